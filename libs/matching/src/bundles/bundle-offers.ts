import type { ChainRole, LinkageForm, OfferInput } from '@lienket/contracts';
import type { Day } from '@lienket/platform';
import type { Pair } from '../pair.reads.js';

/** What a buyer offers the suppliers of a bundle: the goods and the price of each, the rest alike for all. */
export interface BundleOfferInput {
  readonly demandId: string;
  readonly suppliers: readonly BundleShareInput[];
  readonly form: LinkageForm;
  readonly buyerRoles: readonly ChainRole[];
  readonly supplierRoles?: readonly ChainRole[] | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly validUntil?: Day | null;
  readonly terms?: string | null;
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
export function offersOf(input: BundleOfferInput, shares: readonly OfferedShare[]): SupplierOffer[] {
  const bySupplier = new Map<string, [OfferedShare, ...OfferedShare[]]>();
  for (const share of shares) {
    const { id } = share.pair.listing.supplier;
    const before = bySupplier.get(id);
    if (before) before.push(share);
    else bySupplier.set(id, [share]);
  }
  return [...bySupplier.values()].map((ofSupplier) => ({ shares: ofSupplier, offer: offerOf(input, ofSupplier) }));
}

function offerOf(input: BundleOfferInput, shares: readonly [OfferedShare, ...OfferedShare[]]): OfferInput {
  const { form, startsOn, endsOn, buyerRoles } = input;
  const supplierRoles = input.supplierRoles?.length ? input.supplierRoles : (['PRODUCER'] as const);
  const supplierId = shares[0].pair.listing.supplier.id;
  const buyerId = shares[0].pair.demand.buyer.id;
  return {
    ...{ form, startsOn, endsOn, validUntil: input.validUntil ?? null, terms: input.terms ?? null },
    parties: [
      { organizationId: supplierId, roles: supplierRoles },
      { organizationId: buyerId, roles: buyerRoles, lead: true },
    ],
    lines: shares.map(({ share, pair: { listing, demand } }) => ({
      ...{ supplierId, buyerId, listingId: listing.id, demandId: demand.id },
      ...{ commodityCode: listing.goods.code, variety: listing.variety, grade: listing.grade },
      ...{ quantityKg: share.quantityKg, priceVndPerKg: share.priceVndPerKg },
    })),
  };
}
