import type { Prices } from '../allocation/prices.js';
import type { CommodityRange, CompatiblePairs } from './compatible-pairs.js';

/**
 * Visits the compatible pairs of a commodity that are worth more than their two prices together, by demand. Listings are tried from the
 * one that costs the least at its price, until none can be worth it.
 * @param least the visitor has no use for a pair that isn't worth more than both prices by more than this
 */
export function visitPairsAbove(
  pairs: CompatiblePairs,
  { listings, demands }: CommodityRange,
  { supply, demand: demandPrice }: Prices,
  visit: (listing: number, demand: number, more: number) => void,
  least: (listing: number, demand: number) => number = nothing,
): void {
  const { ask, maximum } = pairs;
  const [first, end] = listings;
  const cost = Float64Array.from({ length: end - first }, (_, at) => ask[first + at]! + supply[first + at]!);
  const byCost = Int32Array.from(cost.keys()).sort((a, b) => cost[a]! - cost[b]! || a - b);
  for (let demand = demands[0]; demand < demands[1]; demand += 1) {
    const most = maximum[demand]!;
    const limit = most - demandPrice[demand]!;
    for (const at of byCost) {
      const listing = first + at;
      const spread = limit - cost[at]!;
      if (spread <= 0) break;
      if (spread <= least(listing, demand) || ask[listing]! > most || !pairs.mayFit(listing, demand)) continue;
      const more = spread - pairs.transport(listing, demand);
      if (more > 0) visit(listing, demand, more);
    }
  }
}

const nothing = () => 0;
