import { fraction, toDecimal } from '../fraction.js';
import type { RoundBook, RoundDemand, RoundListing } from './round.js';

/** The mean dual prices of one commodity in one province: what a kilogram more, supplied or wanted there, would add. */
export interface ShadowPrice {
  readonly commodityCode: string;
  readonly provinceCode: string;
  /** VND, rounded to thousandths; "0" where nothing is supplied, or wanted, there. */
  readonly supplyVndPerKg: string;
  readonly demandVndPerKg: string;
  /** Of how many organizations each is a mean: the lesser number, of the sides that have any. */
  readonly leastOrganizations: number;
}

interface Side {
  kg: bigint;
  vnd: bigint;
  readonly organizations: Set<string>;
}

/** Kilogram-weighted means, by commodity and province. */
export function shadowPrices(
  { listings, demands }: RoundBook,
  prices: { readonly supply: readonly number[]; readonly demand: readonly number[] },
): ShadowPrice[] {
  const markets = new Map<string, { posting: RoundListing | RoundDemand; supply: Side; demand: Side }>();
  const add = (side: 'supply' | 'demand') => (posting: RoundListing | RoundDemand, place: number) => {
    const key = JSON.stringify([posting.commodityCode, posting.provinceCode]);
    const market = markets.get(key) ?? { posting, supply: emptySide(), demand: emptySide() };
    markets.set(key, market);
    const kg = BigInt(posting.quantityKg);
    market[side].kg += kg;
    market[side].vnd += kg * BigInt(prices[side][place]!);
    market[side].organizations.add(posting.organizationId);
  };
  listings.forEach(add('supply'));
  demands.forEach(add('demand'));
  return [...markets.values()].map(({ posting, supply, demand }) => ({
    commodityCode: posting.commodityCode,
    provinceCode: posting.provinceCode,
    supplyVndPerKg: meanOf(supply),
    demandVndPerKg: meanOf(demand),
    leastOrganizations: Math.min(...[supply, demand].map(({ organizations }) => organizations.size || Infinity)),
  }));
}

const emptySide = (): Side => ({ kg: 0n, vnd: 0n, organizations: new Set() });

function meanOf({ kg, vnd }: Side): string {
  if (kg === 0n) return '0';
  return vnd < 0n ? `-${toDecimal(fraction(-vnd, kg), 3)}` : toDecimal(fraction(vnd, kg), 3);
}
