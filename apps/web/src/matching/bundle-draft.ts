import { decimalOf, numberText, typedNumber, type TradeUnit } from '../app/amounts';
import type { Language } from '../app/language';
import type { Bundle, BundledDemand } from './documents';

/** A supplier's part of a bundle, as the buyer types it. */
export interface ShareDraft {
  readonly supplier: Bundle['suppliers'][number]['listing'];
  /** In the trade unit; 0 leaves the supplier out. */
  readonly quantity: string;
  /** VND a kilogram. */
  readonly price: string;
}

/** The bundle as it was found, at the price that each asks, else at the most that the buyer pays. */
export const sharesOf = (bundle: Bundle, demand: BundledDemand, language: Language): ShareDraft[] =>
  bundle.suppliers.map(({ listing, quantityKg }) => {
    const price = listing.askPriceVndPerKg ?? demand.maximumPriceVndPerKg;
    return {
      supplier: listing,
      quantity: numberText(Number(quantityKg) / Number(demand.commodity.kgPerTradeUnit), language),
      price: price === null ? '' : numberText(Number(price), language),
    };
  });

export interface OfferedShare {
  readonly listingId: string;
  readonly organizationId: string;
  readonly quantityKg: number;
  readonly priceVndPerKg: number;
}

type ShareFault = 'QUANTITY' | 'PRICE';
/** What an offer may say all the same, and what would be refused when it is signed. */
type ShareWarning = 'MORE_THAN_LEFT' | 'LESS_THAN_LOT';

/** A share read: what is offered (null of who is left out), what can't be sent as it is, what should be known. */
export interface ReadShare {
  readonly offered: OfferedShare | null;
  readonly fault: ShareFault | null;
  readonly warning: ShareWarning | null;
}

export function readShare({ supplier, quantity, price }: ShareDraft, unit: TradeUnit, language: Language): ReadShare {
  const nothing = { offered: null, fault: null, warning: null };
  if (quantity.trim() === '0' || quantity.trim() === '') return nothing;
  const amount = typedNumber(quantity, language);
  if (amount === null) return { ...nothing, fault: 'QUANTITY' };
  const quantityKg = amount * Number(unit.kgPerTradeUnit);
  const priceVndPerKg = typedNumber(price, language);
  return {
    offered: {
      listingId: supplier.id,
      organizationId: supplier.organization.id,
      quantityKg,
      priceVndPerKg: priceVndPerKg ?? 0,
    },
    fault: priceVndPerKg === null ? 'PRICE' : null,
    warning: warningOf(quantityKg, supplier),
  };
}

function warningOf(quantityKg: number, supplier: ShareDraft['supplier']): ShareWarning | null {
  if (quantityKg > Number(supplier.remainingKg)) return 'MORE_THAN_LEFT';
  return quantityKg < Number(supplier.minimumLotKg) ? 'LESS_THAN_LOT' : null;
}

/** All that is offered: kilograms, and VND a kilogram on average, null while nothing or a price is missing. */
export function totalOf(offered: readonly OfferedShare[]) {
  const quantityKg = offered.reduce((sum, share) => sum + share.quantityKg, 0);
  const vnd = offered.reduce((sum, share) => sum + share.quantityKg * share.priceVndPerKg, 0);
  const isPriced = quantityKg > 0 && offered.every(({ priceVndPerKg }) => priceVndPerKg > 0);
  return { quantityKg, averagePriceVndPerKg: isPriced ? vnd / quantityKg : null };
}

/** Those of one organization become one contract. */
export const contractCountOf = (offered: readonly OfferedShare[]): number =>
  new Set(offered.map(({ organizationId }) => organizationId)).size;

export const shareInput = ({ listingId, quantityKg, priceVndPerKg }: OfferedShare) => ({
  listingId,
  quantityKg: decimalOf(quantityKg),
  priceVndPerKg: decimalOf(priceVndPerKg),
});
