import { Gains, supplyGains, times } from '../allocation/price-bound.js';
import type { IndexedProblem } from '../allocation/indexed-problem.js';
import type { GroupLots } from '../allocation/group-lots.js';
import type { Prices } from '../allocation/prices.js';
import type { CompatiblePairs } from './compatible-pairs.js';
import { visitPairsAbove } from './pairs-above.js';

/** `boundAt` over every compatible pair, also those that are not in the pool. */
export function boundOverAll(
  pairs: CompatiblePairs,
  { supplyQuantity, demandQuantity, demandLimit, ...others }: IndexedProblem,
  prices: Prices,
  lots: GroupLots,
): bigint {
  let gains = supplyGains({ supplyQuantity, demandQuantity, demandLimit, ...others }, prices, lots);
  for (let demand = 0; demand < demandQuantity.length; demand += 1)
    gains += times(prices.demand[demand]!, demandQuantity[demand]!);
  const extras = new Map<number, Gains>();
  for (const commodity of pairs.commodities) {
    visitPairsAbove(pairs, commodity, prices, (listing, demand, more) => {
      const its = extras.get(demand) ?? new Gains();
      extras.set(demand, its);
      its.add(more, Math.min(supplyQuantity[listing]!, demandQuantity[demand]!));
    });
  }
  for (const [demand, its] of extras) gains += its.best(demandLimit[demand]!);
  return gains;
}
