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
  const alone = new ExactSum();
  for (let supply = 0; supply < supplyQuantity.length; supply += 1) {
    if (groups.isOffered[supply] === 0) continue;
    const group = supplyGroup[supply]!;
    if (group === -1) alone.add(Math.max(0, price[supply]!), supplyQuantity[supply]!);
    else if (inGroups.get(group)?.push(supply) === undefined) inGroups.set(group, [supply]);
  }
  let gains = alone.total;
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
  const paid = new ExactSum();
  const extra = new Gains();
  let extras = 0n;
  for (let demand = 0; demand < demandQuantity.length; demand += 1) {
    const [start, end] = [starts[demand]!, starts[demand + 1]!];
    if (start === end) continue;
    paid.add(prices.demand[demand]!, demandQuantity[demand]!);
    for (let at = start; at < end; at += 1) {
      const arc = arcs[at]!;
      const supply = arcSupply[arc]!;
      const more = arcValue[arc]! - prices.supply[supply]! - prices.demand[demand]!;
      if (more > 0) extra.add(more, Math.min(supplyQuantity[supply]!, demandQuantity[demand]!));
    }
    extras += extra.take(demandLimit[demand]!);
  }
  return paid.total + extras;
}

/** Products of which the greatest are added up, exactly: one after the other, for many demands are asked at every step. */
export class Gains {
  private products = new Float64Array(64);
  private count = 0;
  /** As long as none of them passes 2^53 they are exact as they are. */
  private large: bigint[] | null = null;

  add(a: number, b: number): void {
    const product = a * b;
    if (!Number.isSafeInteger(product)) this.large ??= Array.from(this.products.subarray(0, this.count), BigInt);
    if (this.large) {
      this.large.push(times(a, b));
      return;
    }
    if (this.count === this.products.length) {
      const before = this.products;
      this.products = new Float64Array(2 * before.length);
      this.products.set(before);
    }
    this.products[this.count] = product;
    this.count += 1;
  }

  /** The sum of the greatest so many. It then has none. */
  take(most: number): bigint {
    const { large, count } = this;
    this.large = null;
    this.count = 0;
    if (large) {
      const best = large.sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)).slice(0, most);
      return best.reduce((sum, one) => sum + one, 0n);
    }
    if (count === 0) return 0n;
    const first = Math.max(0, count - most);
    if (first > 0) this.products.subarray(0, count).sort();
    const sum = new ExactSum();
    for (let at = first; at < count; at += 1) sum.add(this.products[at]!, 1);
    return sum.total;
  }
}

/** Of products, exact also beyond 2^53. */
export class ExactSum {
  private small = 0;
  private large = 0n;

  add(a: number, b: number): void {
    const product = a * b;
    const sum = this.small + product;
    if (Number.isSafeInteger(product) && Number.isSafeInteger(sum)) {
      this.small = sum;
      return;
    }
    this.large += BigInt(this.small) + times(a, b);
    this.small = 0;
  }

  get total(): bigint {
    return this.large + BigInt(this.small);
  }
}

/** Exact, also beyond 2^53. */
export function times(a: number, b: number): bigint {
  const product = a * b;
  return Number.isSafeInteger(product) ? BigInt(product) : BigInt(a) * BigInt(b);
}
