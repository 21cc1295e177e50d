import { accept, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { judgeColleague } from './judge-person.js';
import { letGo } from './people.store.js';
import type { Viewer } from './viewer.js';

/** By an OWNER, of somebody else: the account stays, without an organization, and all its sessions end. */
@Injectable()
export class RemovePerson {
  async execute(tx: Transaction, viewer: Viewer, { userId }: { userId: string }): Promise<Result<boolean>> {
    const judged = await judgeColleague(tx, viewer, userId);
    if (!judged.ok) return judged;
    await letGo(tx, judged.value.person.id);
    return accept(true);
  }
}
