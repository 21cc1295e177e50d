import { accept, Clock, Commands, CONFIG, invalid, refuse, type Config, type Result } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { hashPassword } from './password.js';
import { PasswordCheck } from './password-check.js';
import { endSessionsOf, startSession, type StartedSession } from './session.store.js';
import { UserReads } from './user.reads.js';
import { exchangePassword } from './user.store.js';
import { selfOf, type Viewer } from './viewer.js';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Ends every session of the user and starts one: a stolen token dies with the password that it was stolen under. A wrong
 * password counts like one at sign-in, so opens its own transaction.
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly commands: Commands,
    private readonly passwords: PasswordCheck,
    private readonly users: UserReads,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(
    address: string,
    { userId }: Viewer,
    { currentPassword, newPassword }: PasswordChange,
  ): Promise<Result<StartedSession>> {
    const user = await this.users.byId(userId);
    if (user === null) return refuse({ code: 'UNAUTHENTICATED' });
    const checked = await this.passwords.check(address, { login: user.login, password: currentPassword });
    if (!checked.ok) return checked;
    if (checked.value === null) return invalid('currentPassword', 'WRONG');
    const { passwordHash } = checked.value;
    const newHash = await hashPassword(newPassword);
    return this.commands.run(
      async (tx) => {
        if (!(await exchangePassword(tx, passwordHash, newHash))) return invalid('currentPassword', 'WRONG');
        await endSessionsOf(tx, userId);
        return accept(await startSession(tx, userId, this.clock.now(), this.config.LIENKET_SESSION_DAYS));
      },
      { actor: selfOf(userId) },
    );
  }
}
