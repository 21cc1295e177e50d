import { accept, Clock, invalid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { addInvitation, type NewInvitation } from './invitation.store.js';
import { canonicalLogin } from './login.js';
import { isOwner } from './people-rules.js';
import { lockPeople } from './people.store.js';
import type { OrganizationRole, Viewer } from './viewer.js';

/**
 * By an OWNER. Whether the login is anybody's, or somebody's of another organization, is not told: the invitation is made
 * alike, and nobody else can use it.
 */
@Injectable()
export class InvitePerson {
  constructor(private readonly clock: Clock) {}

  async execute(
    tx: Transaction,
    { role: userRole, userId, organizationId }: Viewer,
    { login, role }: { login: string; role: OrganizationRole },
  ): Promise<Result<NewInvitation>> {
    const people = await lockPeople(tx);
    if (userRole !== 'TRADER' || (organizationId !== null && !isOwner(people, userId)))
      return refuse({ code: 'FORBIDDEN' });
    const canonical = canonicalLogin(login);
    if (canonical === null) return invalid('login', 'FORM');
    if (people.some((person) => person.login === canonical)) return invalid('login', 'TAKEN');
    if (organizationId === null) return refuse({ code: 'INVALID_STATE', state: null });
    return accept(await addInvitation(tx, { organizationId, login: canonical, role, now: this.clock.now() }));
  }
}
