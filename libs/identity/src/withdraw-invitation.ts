import { accept, isUuid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { dropInvitation } from './invitation.store.js';
import { isOwner } from './people-rules.js';
import { lockPeople } from './people.store.js';
import type { Viewer } from './viewer.js';

/** By an OWNER: nobody else sees that there is one. */
@Injectable()
export class WithdrawInvitation {
  async execute(tx: Transaction, { userId, organizationId }: Viewer, { id }: { id: string }): Promise<Result<boolean>> {
    const isSeen = isUuid(id) && organizationId !== null && isOwner(await lockPeople(tx), userId);
    if (!isSeen || !(await dropInvitation(tx, id, organizationId))) return refuse({ code: 'NOT_FOUND' });
    return accept(true);
  }
}
