import { accept, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import { posterOn, referencesOf } from './posting-background.js';
import { judgePosting } from './posting-rules.js';
import { postingsSeen } from './posting-sight.js';
import { PostingStore } from './posting.store.js';
import type { PostingContent, PostingKind } from './posting.js';

/** Gives a posting its whole new content; one that is filled or past its window may open again by it. */
@Injectable()
export class UpdatePosting {
  constructor(
    private readonly clock: Clock,
    private readonly postings: PostingStore,
  ) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { kind, id, content }: { kind: PostingKind; id: string; content: PostingContent },
  ): Promise<Result<string>> {
    const today = this.clock.today();
    const seen = (await postingsSeen(tx, viewer, { kind, ids: [id], today })).get(id.toLowerCase());
    if (!seen) return refuse({ code: 'NOT_FOUND' });
    if (!mayTrade(viewer) || viewer.organizationId !== seen.ownerId) return refuse({ code: 'FORBIDDEN' });
    const posting = await this.postings.lock(tx, kind, id);
    const judged = judgePosting(kind, content, {
      references: await referencesOf(tx, content),
      today,
      heldKg: posting.heldKg,
    });
    if (!judged.ok) return judged;
    if (posting.withdrawnAt !== null) return refuse({ code: 'INVALID_STATE', state: 'WITHDRAWN' });
    const poster = await posterOn(tx, seen.ownerId, today);
    if (poster.status !== 'ACTIVE') return refuse({ code: 'INVALID_STATE', state: poster.status });
    await this.postings.rewrite(tx, { kind, id, provinceCode: content.provinceCode ?? poster.provinceCode, content });
    return accept(id);
  }
}
