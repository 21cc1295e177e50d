import {
  accept,
  checkAttempts,
  CONFIG,
  Database,
  forgetAttempts,
  useAttempt,
  type Config,
  type RateLimit,
  type Result,
} from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { canonicalLogin } from './login.js';
import { isPassword } from './password.js';
import type { Credentials } from './sign-up.js';
import { UserReads } from './user.reads.js';

/** Whose the password is, and what is kept of it. */
export interface KnownPassword {
  readonly id: string;
  readonly passwordHash: string;
}

const WINDOW_SECONDS = 15 * 60;

/**
 * Whether login and password belong together. A wrong password and an unknown login answer null alike, in the same time,
 * and count against account and address; a success forgets them. Counts outside any transaction: a failure is refused later.
 */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly database: Database,
    private readonly users: UserReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async check(address: string, { login, password }: Credentials): Promise<Result<KnownPassword | null>> {
    const account = canonicalLogin(login);
    const limit = this.failuresOf(account ?? login, address);
    const before = await checkAttempts(this.database, limit);
    if (!before.ok) return before;
    const user = account === null ? null : await this.users.credentialsOf(account);
    const passwordHash = user?.passwordHash ?? null;
    if (!(await isPassword(password, passwordHash)) || user === null || passwordHash === null) {
      const attempt = await useAttempt(this.database, limit);
      return attempt.ok ? accept(null) : attempt;
    }
    // Once more: of many guesses sent at once, the right one must not pass after the fifth wrong one.
    const after = await checkAttempts(this.database, limit);
    if (!after.ok) return after;
    await forgetAttempts(this.database, limit.key);
    return accept({ id: user.id, passwordHash });
  }

  /** The login is digested: people type passwords into the wrong field. */
  private failuresOf(login: string, address: string): RateLimit {
    const account = createHash('sha256').update(login).digest('base64url');
    return {
      key: `sign-in:${account}:${address}`,
      most: this.config.LIENKET_FAILED_SIGN_INS,
      windowSeconds: WINDOW_SECONDS,
    };
  }
}
