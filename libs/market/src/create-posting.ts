import { accept, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import { posterOn, referencesOf } from './posting-background.js';
import { judgePosting } from './posting-rules.js';
import { PostingStore } from './posting.store.js';
import type { PostingContent, PostingKind } from './posting.js';

/** Posts what a trader's organization offers or wants. Only an ACTIVE organization posts. */
@Injectable()
export class CreatePosting {
  constructor(
    private readonly clock: Clock,
    private readonly postings: PostingStore,
  ) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { kind, content }: { kind: PostingKind; content: PostingContent },
  ): Promise<Result<string>> {
    if (!mayTrade(viewer)) return refuse({ code: 'FORBIDDEN' });
    const today = this.clock.today();
    const references = await referencesOf(tx, content);
    const judged = judgePosting(kind, content, { references, today, heldKg: '0' });
    if (!judged.ok) return judged;
    if (viewer.organizationId === null) return refuse({ code: 'INVALID_STATE', state: null });
    const poster = await posterOn(tx, viewer.organizationId, today);
    if (poster.status !== 'ACTIVE') return refuse({ code: 'INVALID_STATE', state: poster.status });
    const provinceCode = content.provinceCode ?? poster.provinceCode;
    return accept(
      await this.postings.insert(tx, {
        kind,
        ownerId: poster.organizationId,
        provinceCode,
        content,
        at: this.clock.now(),
      }),
    );
  }
}
