import type { OfferInput } from '@lienket/contracts';
import { grouped, offerOn, type OfferTerms } from '../offer-terms.js';
import type { Pair } from '../pair.reads.js';

/** What a buyer offers the suppliers of a bundle: the goods and the price of each, the rest alike for all. */
export interface BundleOfferInput extends OfferTerms {
  readonly demandId: string;
  readonly suppliers: readonly BundleShareInput[];
}

export interface BundleShareInput {
  readonly listingId: string;
  readonly quantityKg: string;
  readonly priceVndPerKg: string;
}

/** A share of a bundle with what its listing and the demand are today. */
export interface OfferedShare {
  /** In the input, counted from 0. */
  readonly place: number;
  readonly share: BundleShareInput;
  readonly pair: Pair;
}

/** The shares of one supplier, and the contract that it is offered on them. */
export interface SupplierOffer {
  readonly shares: readonly [OfferedShare, ...OfferedShare[]];
  readonly offer: OfferInput;
}

/** One for each supplier, in the order in which the wish names them first. */
export const offersOf = (input: BundleOfferInput, shares: readonly OfferedShare[]): SupplierOffer[] =>
  grouped(shares, ({ pair }) => pair.listing.supplier.id).map(([first, ...others]) => ({
    shares: [first, ...others],
    offer: offerOn([lineOf(first), ...others.map(lineOf)], input),
  }));

const lineOf = ({ share, pair: { listing, demand } }: OfferedShare) => ({
  ...{ supplierId: listing.supplier.id, buyerId: demand.buyer.id, listingId: listing.id, demandId: demand.id },
  ...{ commodityCode: listing.goods.code, variety: listing.variety, grade: listing.grade },
  ...{ quantityKg: share.quantityKg, priceVndPerKg: share.priceVndPerKg },
});
