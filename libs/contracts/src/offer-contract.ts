import { accept, refuse, type Result, type Transaction } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import type { OfferInput } from './contract-draft.js';
import { OfferTogether } from './offer-together.js';

/** Offers a contract to its other parties. */
@Injectable()
export class OfferContract {
  constructor(private readonly offers: OfferTogether) {}

  async execute(tx: Transaction, viewer: Viewer, input: OfferInput): Promise<Result<string>> {
    const offered = await this.offers.execute(tx, viewer, [input]);
    if (!offered.ok) return refuse(offered.refusal.refusal);
    const [id] = offered.value;
    if (id === undefined) throw new Error('There is no contract where one was offered.');
    return accept(id);
  }
}
