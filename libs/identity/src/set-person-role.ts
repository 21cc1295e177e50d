import { accept, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { judgePerson } from './judge-person.js';
import { judgeOwners } from './people-rules.js';
import { giveRole } from './people.store.js';
import type { OrganizationRole, Viewer } from './viewer.js';

/** By an OWNER, also of itself. Refused where nobody would be left as OWNER. */
@Injectable()
export class SetPersonRole {
  async execute(
    tx: Transaction,
    viewer: Viewer,
    { userId, role }: { userId: string; role: OrganizationRole },
  ): Promise<Result<string>> {
    const judged = await judgePerson(tx, viewer, userId);
    if (!judged.ok) return judged;
    const { person, people } = judged.value;
    const owned = judgeOwners(people.map((each) => (each === person ? { ...each, role } : each)));
    if (!owned.ok) return owned;
    await giveRole(tx, person.id, role);
    return accept(person.id);
  }
}
