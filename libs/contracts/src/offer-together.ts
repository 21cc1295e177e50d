import { accept, type Refusal, type Result, type Transaction } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import type { OfferInput } from './contract-draft.js';
import { OfferContract } from './offer-contract.js';

/** Which of the offers was refused, counted from 0, and why. */
export interface RefusedOffer {
  readonly place: number;
  readonly refusal: Refusal;
}

/** Offers several contracts, each to parties of its own. All or none: who opened the transaction undoes it where one is refused. */
@Injectable()
export class OfferTogether {
  constructor(private readonly offers: OfferContract) {}

  /** @returns the contracts' ids, in the order of the inputs */
  async execute(
    tx: Transaction,
    viewer: Viewer,
    inputs: readonly OfferInput[],
  ): Promise<Result<string[], RefusedOffer>> {
    const contractIds: string[] = [];
    for (const [place, input] of inputs.entries()) {
      const offered = await this.offers.execute(tx, viewer, input);
      if (!offered.ok) return { ok: false, refusal: { place, refusal: offered.refusal } };
      contractIds.push(offered.value);
    }
    return accept(contractIds);
  }
}
