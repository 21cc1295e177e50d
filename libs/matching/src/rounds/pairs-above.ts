import type { Prices } from '../allocation/prices.js';
import type { CommodityRange, CompatiblePairs } from './compatible-pairs.js';

/**
 * Visits the compatible pairs of a commodity that are worth more than their two prices together, by demand. Listings are tried by
 * square, from the one that costs the least at its price, until none there can be worth its price and the way.
 * @param least the visitor has no use for a pair that isn't worth more than both prices by more than this
 */
export function visitPairsAbove(
  pairs: CompatiblePairs,
  { listings, demands, squares }: CommodityRange,
  { supply, demand: demandPrice }: Prices,
  visit: (listing: number, demand: number, more: number) => void,
  least: (listing: number, demand: number) => number = nothing,
): void {
  const { ask, maximum } = pairs;
  const first = listings[0];
  const listing = Int32Array.from({ length: listings[1] - first }, (_, at) => first + at);
  const price = Float64Array.from(listing, (its) => ask[its]! + supply[its]!);
  for (const { listings: its } of squares)
    listing.subarray(its[0] - first, its[1] - first).sort((a, b) => price[a - first]! - price[b - first]! || a - b);
  // What refuses the most pairs lies side by side in the order in which it is read.
  const cost = price.map((_, at) => price[listing[at]! - first]!);
  const from = listing.map((its) => pairs.supply.from[its]!);
  const to = listing.map((its) => pairs.supply.to[its]!);
  const grade = listing.map((its) => pairs.grade[its]!);
  for (let demand = demands[0]; demand < demands[1]; demand += 1) {
    const most = maximum[demand]!;
    const limit = most - demandPrice[demand]!;
    const [wantedFrom, wantedTo] = [pairs.wanted.from[demand]!, pairs.wanted.to[demand]!];
    const worstGrade = pairs.minimumGrade[demand]!;
    for (const square of squares) {
      let at = square.listings[0] - first;
      const end = square.listings[1] - first;
      if (cost[at]! >= limit) continue;
      const reach = limit - pairs.leastTransport(square, demand);
      for (; at < end; at += 1) {
        const spread = reach - cost[at]!;
        if (spread <= 0) break;
        if (from[at]! > wantedTo || to[at]! < wantedFrom || grade[at]! > worstGrade) continue;
        const its = listing[at]!;
        if (spread <= least(its, demand) || ask[its]! > most || !pairs.mayFit(its, demand)) continue;
        const more = limit - cost[at]! - pairs.transport(its, demand);
        if (more > 0) visit(its, demand, more);
      }
    }
  }
}

const nothing = () => 0;
