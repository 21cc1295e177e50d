import type { GroupLots } from './group-lots.js';
import type { ArcsOfDemands, IndexedProblem } from './indexed-problem.js';
import type { Prices } from './prices.js';

/**
 * What no plan is worth more than, whatever the prices (a demand's at least 0): what every supply, group and demand could gain
 * at them at most, each for itself. A demand with a limit of suppliers pays its price for what it wants and gains at its best
 * so many arcs what they are worth more than their two prices.
 */
export function boundAt(problem: IndexedProblem, byDemand: ArcsOfDemands, prices: Prices, groups: GroupLots): bigint {
  return supplyGains(problem, prices, groups) + demandGains(problem, byDemand, prices);
}

export function supplyGains(
  { supplyQuantity, supplyGroup, groupBonus }: IndexedProblem,
  { supply: price }: Prices,
  groups: GroupLots,
): bigint {
  const inGroups = new Map<number, number[]>();
  let gains = 0n;
  for (let supply = 0; supply < supplyQuantity.length; supply += 1) {
    if (groups.isOffered[supply] === 0) continue;
    const group = supplyGroup[supply]!;
    if (group === -1) gains += times(Math.max(0, price[supply]!), supplyQuantity[supply]!);
    else if (inGroups.get(group)?.push(supply) === undefined) inGroups.set(group, [supply]);
  }
  for (const [group, supplies] of inGroups) {
    let missing = groups.least[group]!;
    let gain = BigInt(groupBonus[group]!);
    for (const supply of supplies.sort((a, b) => price[b]! - price[a]! || a - b)) {
      const quantity = price[supply]! > 0 ? supplyQuantity[supply]! : Math.min(missing, supplyQuantity[supply]!);
      gain += times(price[supply]!, quantity);
      missing = Math.max(0, missing - quantity);
    }
    if (gain > 0n) gains += gain;
  }
  return gains;
}

function demandGains(problem: IndexedProblem, { starts, arcs }: ArcsOfDemands, prices: Prices): bigint {
  const { arcSupply, arcValue, supplyQuantity, demandQuantity, demandLimit } = problem;
  let gains = 0n;
  for (let demand = 0; demand < demandQuantity.length; demand += 1) {
    const [start, end] = [starts[demand]!, starts[demand + 1]!];
    if (start === end) continue;
    gains += times(prices.demand[demand]!, demandQuantity[demand]!);
    const extra = new Gains();
    for (let at = start; at < end; at += 1) {
      const arc = arcs[at]!;
      const supply = arcSupply[arc]!;
      const more = arcValue[arc]! - prices.supply[supply]! - prices.demand[demand]!;
      if (more > 0) extra.add(more, Math.min(supplyQuantity[supply]!, demandQuantity[demand]!));
    }
    gains += extra.best(demandLimit[demand]!);
  }
  return gains;
}

/** Products of which the greatest are added up, exactly. */
export class Gains {
  private readonly products: number[] = [];
  /** As long as none of them passes 2^53 they are exact as they are. */
  private large: bigint[] | null = null;

  add(a: number, b: number): void {
    const product = a * b;
    if (!Number.isSafeInteger(product)) this.large ??= this.products.map(BigInt);
    if (this.large) this.large.push(times(a, b));
    else this.products.push(product);
  }

  best(count: number): bigint {
    if (this.large) {
      const best = this.large.sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)).slice(0, count);
      return best.reduce((sum, one) => sum + one, 0n);
    }
    const best = this.products.length > count ? this.products.sort((a, b) => b - a).slice(0, count) : this.products;
    const sum = best.reduce((together, one) => together + one, 0);
    return Number.isSafeInteger(sum) ? BigInt(sum) : best.reduce((together, one) => together + BigInt(one), 0n);
  }
}

/** Exact, also beyond 2^53. */
export function times(a: number, b: number): bigint {
  const product = a * b;
  return Number.isSafeInteger(product) ? BigInt(product) : BigInt(a) * BigInt(b);
}
