import { ExactSum, Gains, supplyGains } from '../allocation/price-bound.js';
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
  const paid = new ExactSum();
  for (let demand = 0; demand < demandQuantity.length; demand += 1)
    paid.add(prices.demand[demand]!, demandQuantity[demand]!);
  let gains = supplyGains({ supplyQuantity, demandQuantity, demandLimit, ...others }, prices, lots) + paid.total;
  const extra = new Gains();
  for (const commodity of pairs.commodities) {
    let its = commodity.demands[0];
    visitPairsAbove(pairs, commodity, prices, (listing, demand, more) => {
      if (demand !== its) gains += extra.take(demandLimit[its]!);
      its = demand;
      extra.add(more, Math.min(supplyQuantity[listing]!, demandQuantity[demand]!));
    });
    gains += extra.take(demandLimit[its]!);
  }
  return gains;
}
