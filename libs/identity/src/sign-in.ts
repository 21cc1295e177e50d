import {
  accept,
  checkAttempts,
  Clock,
  Commands,
  CONFIG,
  Database,
  forgetAttempts,
  refuse,
  useAttempt,
  type Config,
  type RateLimit,
  type Result,
} from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { canonicalLogin } from './login.js';
import { isPassword } from './password.js';
import { startSession, type StartedSession } from './session.store.js';
import type { Credentials } from './sign-up.js';
import { UserReads } from './user.reads.js';
import { selfOf } from './viewer.js';

const WINDOW_SECONDS = 15 * 60;

/**
 * Starts a session. A wrong password and an unknown login are refused alike, in the same time, and count against account
 * and address; a success forgets them. Opens its own transaction: a failure counts although it is refused.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly users: UserReads,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(address: string, { login, password }: Credentials): Promise<Result<StartedSession>> {
    const account = canonicalLogin(login);
    const limit = this.failuresOf(account ?? login, address);
    const before = await checkAttempts(this.database, limit);
    if (!before.ok) return before;
    const user = account === null ? null : await this.users.credentialsOf(account);
    if (!(await isPassword(password, user?.passwordHash ?? null)) || user === null) {
      const attempt = await useAttempt(this.database, limit);
      return attempt.ok ? refuse({ code: 'UNAUTHENTICATED' }) : attempt;
    }
    // Once more: of many guesses sent at once, the right one must not pass after the fifth wrong one.
    const after = await checkAttempts(this.database, limit);
    if (!after.ok) return after;
    await forgetAttempts(this.database, limit.key);
    return this.commands.run(
      async (tx) => accept(await startSession(tx, user.id, this.clock.now(), this.config.LIENKET_SESSION_DAYS)),
      { actor: selfOf(user.id) },
    );
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
