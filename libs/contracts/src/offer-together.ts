import { accept, businessDay, Clock, type Refusal, type Result, type Transaction } from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { PostingStore } from '@lienket/market';
import { Injectable } from '@nestjs/common';
import { acquaintWithOffers } from './acquaint-parties.js';
import { draftOf, type OfferInput } from './contract-draft.js';
import { digest } from './contract-ledger.js';
import { ContractStore } from './contract.store.js';
import { LedgerStore } from './ledger.store.js';
import { backgroundOf, firstNotActive } from './offer-background.js';
import { judgeOffer, validUntilOf } from './offer-rules.js';

/** Which of the offers was refused, counted from 0, and why. */
export interface RefusedOffer {
  readonly place: number;
  readonly refusal: Refusal;
}

/** Offers several contracts at once, each to parties of its own: all, or none where one is refused. Offering is not signing, and holds nothing. */
@Injectable()
export class OfferTogether {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly ledger: LedgerStore,
    private readonly postings: PostingStore,
  ) {}

  /** @returns the contracts' ids, in the order of the inputs */
  async execute(
    tx: Transaction,
    viewer: Viewer,
    inputs: readonly OfferInput[],
  ): Promise<Result<string[], RefusedOffer>> {
    if (!mayTrade(viewer)) return refusedAt(0, { code: 'FORBIDDEN' });
    const at = this.clock.now();
    const today = businessDay(at);
    const { organizationId, userId } = viewer;
    const drafts = inputs.map(draftOf);
    const background = await backgroundOf(tx, viewer, drafts, today);
    for (const [place, draft] of drafts.entries()) {
      const judged = judgeOffer(draft, background, { organizationId, today });
      if (!judged.ok) return refusedAt(place, judged.refusal);
    }
    if (organizationId === null) return refusedAt(0, { code: 'INVALID_STATE', state: null });
    for (const [place, { parties }] of drafts.entries()) {
      const state = firstNotActive(parties.map((party) => background.organizations.get(party.organizationId)?.status));
      if (state !== null) return refusedAt(place, { code: 'INVALID_STATE', state });
    }

    const offers = drafts.map((draft) => ({
      draft,
      validUntil: validUntilOf(draft, today),
      offeredBy: organizationId,
      at,
    }));
    const contracts = await this.contracts.insertOffers(tx, offers, today.slice(0, 4));
    const content = drafts.map((draft) => digest(draft));
    await this.ledger.appendToEach(
      tx,
      contracts.map((contract, place) => ({
        contract,
        happening: { type: 'OFFERED', at, organizationId, facts: { userId, content: content[place] } },
      })),
    );
    await acquaintWithOffers(tx, this.postings, drafts, organizationId);
    return accept(contracts.map(({ id }) => id));
  }
}

const refusedAt = (place: number, refusal: Refusal): Result<never, RefusedOffer> => ({
  ok: false,
  refusal: { place, refusal },
});
