import { accept, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { judgeOwners } from './people-rules.js';
import { letGo, lockPeople } from './people.store.js';
import type { Viewer } from './viewer.js';

/** By any TRADER who has one. The last OWNER leaves only as the last person, and then others may claim the organization. */
@Injectable()
export class LeaveOrganization {
  async execute(tx: Transaction, { role, userId }: Viewer): Promise<Result<boolean>> {
    if (role !== 'TRADER') return refuse({ code: 'FORBIDDEN' });
    const people = await lockPeople(tx);
    if (people.length === 0) return refuse({ code: 'INVALID_STATE', state: null });
    const owned = judgeOwners(people.filter(({ id }) => id !== userId));
    if (!owned.ok) return owned;
    await letGo(tx, userId);
    return accept(true);
  }
}
