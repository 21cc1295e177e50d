import { accept, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { judgeColleague } from './judge-person.js';
import { giveRole } from './people.store.js';
import type { Viewer } from './viewer.js';

/** By an OWNER, to somebody else: that person becomes OWNER, and the viewer TRADER. */
@Injectable()
export class HandOver {
  async execute(tx: Transaction, viewer: Viewer, { userId }: { userId: string }): Promise<Result<string>> {
    const judged = await judgeColleague(tx, viewer, userId);
    if (!judged.ok) return judged;
    const { person } = judged.value;
    await giveRole(tx, person.id, 'OWNER');
    await giveRole(tx, viewer.userId, 'TRADER');
    return accept(person.id);
  }
}
