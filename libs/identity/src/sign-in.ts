import { accept, Clock, Commands, CONFIG, refuse, type Config, type Result } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PasswordCheck } from './password-check.js';
import { startSession, type StartedSession } from './session.store.js';
import type { Credentials } from './sign-up.js';
import { keepPassword } from './user.store.js';
import { selfOf } from './viewer.js';

/** Starts a session. A wrong password and an unknown login are refused alike. Opens its own transaction. */
@Injectable()
export class SignIn {
  constructor(
    private readonly commands: Commands,
    private readonly passwords: PasswordCheck,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(address: string, credentials: Credentials): Promise<Result<StartedSession>> {
    const checked = await this.passwords.check(address, credentials);
    if (!checked.ok) return checked;
    const user = checked.value;
    if (user === null) return refuse({ code: 'UNAUTHENTICATED' });
    return this.commands.run(
      async (tx) => {
        // Who changes the password ends every session: none may begin by the old one after that.
        if (!(await keepPassword(tx, user.passwordHash))) return refuse({ code: 'UNAUTHENTICATED' });
        return accept(await startSession(tx, user.id, this.clock.now(), this.config.LIENKET_SESSION_DAYS));
      },
      { actor: selfOf(user.id) },
    );
  }
}
