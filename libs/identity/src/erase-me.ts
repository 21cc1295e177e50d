import { accept, Clock, Commands, Database, invalid, refuse, type PersonalRows, type Result } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { erase } from './erasure.store.js';
import { PasswordCheck } from './password-check.js';
import { judgeOwners } from './people-rules.js';
import { lockPeople } from './people.store.js';
import { lockAdministrators } from './user-role.store.js';
import { findUser, hasPassword, UserReads } from './user.reads.js';
import { keepPassword } from './user.store.js';
import { actorOf, selfOf, type Viewer } from './viewer.js';

/**
 * By the person themselves, who shows once more that it is they. Refused: the last OWNER among other people, as at leaving, and the last administrator.
 * A wrong password counts like one at sign-in, so opens its own transaction.
 */
@Injectable()
export class EraseMe {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly passwords: PasswordCheck,
    private readonly users: UserReads,
    private readonly clock: Clock,
  ) {}

  async execute(
    address: string,
    viewer: Viewer,
    password: string,
    personal: readonly PersonalRows[],
  ): Promise<Result<boolean>> {
    const { userId } = viewer;
    const user = await this.users.byId(userId);
    if (user === null) return refuse({ code: 'UNAUTHENTICATED' });
    if (!(await hasPassword(this.database.as(selfOf(userId)))))
      return refuse({ code: 'INVALID_STATE', state: 'NO_PASSWORD' });
    const checked = await this.passwords.check(address, { login: user.login, password });
    if (!checked.ok) return checked;
    if (checked.value === null) return invalid('password', 'WRONG');
    const { passwordHash } = checked.value;
    return this.commands.run(
      async (tx) => {
        // From here on nobody gives them an organization or takes it from them.
        if (!(await keepPassword(tx, passwordHash))) return invalid('password', 'WRONG');
        const now = await findUser(tx, userId);
        if (now === null) return refuse({ code: 'UNAUTHENTICATED' });
        const administrators = await lockAdministrators(tx);
        if (administrators.includes(userId) && administrators.length === 1)
          return refuse({ code: 'INVALID_STATE', state: 'LAST_ADMINISTRATOR' });
        const owned = judgeOwners((await lockPeople(tx)).filter(({ id }) => id !== userId));
        if (!owned.ok) return owned;
        await erase(tx, { ...now, userId }, personal, this.clock.now());
        return accept(true);
      },
      { actor: actorOf(viewer, this.clock.today()) },
    );
  }
}
