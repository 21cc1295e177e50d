import { accept, Clock, type Result, type Transaction } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import { AwardStore } from './award.store.js';
import type { OfferInput } from './contract-draft.js';
import { OfferTogether, type RefusedOffer } from './offer-together.js';

/** Offers several contracts that fill one demand of the viewer's organization, and ties them for that organization's eyes alone. */
@Injectable()
export class AwardContracts {
  constructor(
    private readonly clock: Clock,
    private readonly offers: OfferTogether,
    private readonly awards: AwardStore,
  ) {}

  /** @returns the award's id */
  async execute(
    tx: Transaction,
    viewer: Viewer & { readonly organizationId: string },
    { demandId, offers }: { readonly demandId: string; readonly offers: readonly OfferInput[] },
  ): Promise<Result<string, RefusedOffer>> {
    const offered = await this.offers.execute(tx, viewer, offers);
    if (!offered.ok) return offered;
    const award = { buyerId: viewer.organizationId, demandId, createdAt: this.clock.now() };
    return accept(await this.awards.insert(tx, award, offered.value));
  }
}
