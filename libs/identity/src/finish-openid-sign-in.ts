import {
  accept,
  Clock,
  Commands,
  CONFIG,
  Database,
  refuse,
  useAttempt,
  type Config,
  type Result,
} from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { addLink, findUserOfPerson } from './openid-link.store.js';
import type { OpenIdPerson } from './openid-person.js';
import { ProveOpenId, type OpenIdReturn } from './prove-openid.js';
import { startSession, type StartedSession } from './session.store.js';
import { signUpsFrom } from './sign-up.js';
import { addUser } from './user.store.js';
import { selfOf } from './viewer.js';

/**
 * Starts a session for whom the issuer vouches for: the user that it is linked to, else a new TRADER whose login is the verified
 * e-mail address. Who has an account of that login already is never linked to it in passing: whoever can make an issuer
 * say an address would have the account. They sign in by their password and link it.
 */
@Injectable()
export class FinishOpenIdSignIn {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly proveOpenId: ProveOpenId,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(address: string, returned: OpenIdReturn): Promise<Result<StartedSession>> {
    const proved = await this.proveOpenId.execute(address, returned);
    if (!proved.ok) return proved;
    const userId = await findUserOfPerson(this.database, proved.value);
    if (userId === null) return this.signUp(address, proved.value);
    return this.commands.run(
      async (tx) => accept(await startSession(tx, userId, this.clock.now(), this.config.LIENKET_SESSION_DAYS)),
      { actor: selfOf(userId) },
    );
  }

  private async signUp(address: string, person: OpenIdPerson): Promise<Result<StartedSession>> {
    const { email } = person;
    if (email === null) return refuse({ code: 'INVALID_STATE', state: 'EMAIL_NOT_VERIFIED' });
    const counted = await useAttempt(this.database, signUpsFrom(address, this.config));
    if (!counted.ok) return counted;
    const now = this.clock.now();
    const userId = randomUUID();
    return this.commands.run(
      async (tx) => {
        const added = await addUser(tx, { id: userId, login: email, password: null, role: 'TRADER' }, now);
        if (added === null) return refuse({ code: 'INVALID_STATE', state: 'LOGIN_TAKEN' });
        // Somebody finished for the same person a moment ago.
        if (!(await addLink(tx, person, userId, now))) return refuse({ code: 'CONFLICT' });
        return accept(await startSession(tx, userId, now, this.config.LIENKET_SESSION_DAYS));
      },
      { actor: selfOf(userId) },
    );
  }
}
