import { accept, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import { postingsSeen } from './posting-sight.js';
import { PostingStore } from './posting.store.js';
import type { PostingKind } from './posting.js';

/** Takes a posting off the market for good. What contracts hold of it stays held. */
@Injectable()
export class WithdrawPosting {
  constructor(
    private readonly clock: Clock,
    private readonly postings: PostingStore,
  ) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { kind, id }: { kind: PostingKind; id: string },
  ): Promise<Result<string>> {
    const seen = (await postingsSeen(tx, viewer, { kind, ids: [id], today: this.clock.today() })).get(id.toLowerCase());
    if (!seen) return refuse({ code: 'NOT_FOUND' });
    if (!mayTrade(viewer) || viewer.organizationId !== seen.ownerId) return refuse({ code: 'FORBIDDEN' });
    const posting = await this.postings.lock(tx, kind, id);
    if (posting.withdrawnAt !== null) return refuse({ code: 'INVALID_STATE', state: 'WITHDRAWN' });
    await this.postings.withdraw(tx, kind, id, this.clock.now());
    return accept(id);
  }
}
