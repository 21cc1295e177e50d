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
  const price = Float64Array.from({ length: end - first }, (_, at) => ask[first + at]! + supply[first + at]!);
  const byPrice = Int32Array.from(price.keys()).sort((a, b) => price[a]! - price[b]! || a - b);
  // What refuses the most pairs lies side by side in the order in which it is read.
  const listing = byPrice.map((at) => first + at);
  const cost = price.map((_, at) => price[byPrice[at]!]!);
  const from = listing.map((its) => pairs.supply.from[its]!);
  const to = listing.map((its) => pairs.supply.to[its]!);
  const grade = listing.map((its) => pairs.grade[its]!);
  for (let demand = demands[0]; demand < demands[1]; demand += 1) {
    const most = maximum[demand]!;
    const limit = most - demandPrice[demand]!;
    const [wantedFrom, wantedTo] = [pairs.wanted.from[demand]!, pairs.wanted.to[demand]!];
    const worstGrade = pairs.minimumGrade[demand]!;
    for (let at = 0; at < cost.length; at += 1) {
      const spread = limit - cost[at]!;
      if (spread <= 0) break;
      if (from[at]! > wantedTo || to[at]! < wantedFrom || grade[at]! > worstGrade) continue;
      const its = listing[at]!;
      if (spread <= least(its, demand) || ask[its]! > most || !pairs.mayFit(its, demand)) continue;
      const more = spread - pairs.transport(its, demand);
      if (more > 0) visit(its, demand, more);
    }
  }
}

const nothing = () => 0;
