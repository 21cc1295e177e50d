import { bestFirst, SUPPLIER_COST, type Candidate, type Order } from './bundle.js';

/** Which candidates are worth their price, where each gram costs so many millionths of a score. */
export interface Priced {
  readonly price: number;
  readonly chosen: readonly Candidate[];
  /** What no bundle is worth more than, as near as doubles come. */
  readonly boundNear: number;
}

const PRICE_LOWEST = -(2 ** 27);

/**
 * The prices tried, the one with the lowest bound first. Where grams have a price, candidates are independent of each other: each worth its
 * price takes all that it may, and the best of each supplier are chosen, up to the limit. What they earn, with the price of the whole
 * order, bounds every bundle from above; halving finds where the choice turns from too much to too little, and the bound is lowest.
 */
export function pricesTried(candidates: readonly Candidate[], order: Order): Priced[] {
  let [low, high] = [PRICE_LOWEST, Math.max(0, ...candidates.map(({ score }) => score))];
  const tried = [low, high, ...(order.unseenScore === null ? [] : [order.unseenScore])].map((price) =>
    pricedAt(price, candidates, order),
  );
  while (high - low > 1) {
    const priced = pricedAt(Math.floor((low + high) / 2), candidates, order);
    tried.push(priced);
    if (priced.chosen.reduce((all, { mostG }) => all + mostG, 0) >= order.quantityG) low = priced.price;
    else high = priced.price;
  }
  return tried.sort((a, b) => a.boundNear - b.boundNear || a.price - b.price);
}

function pricedAt(price: number, candidates: readonly Candidate[], order: Order): Priced {
  const chosen = bestOfEach(candidates, order, (candidate) => earned(candidate, price, order));
  const earnings = chosen.reduce((all, candidate) => all + earned(candidate, price, order), 0);
  const unseen =
    order.unseenScore === null ? 0 : Math.max(0, order.unseenScore - price - SUPPLIER_COST) * order.quantityG;
  return { price, chosen, boundNear: (price + SUPPLIER_COST) * order.quantityG + earnings + unseen };
}

const earned = ({ score, mostG }: Candidate, price: number, { quantityG }: Order): number =>
  (score - price) * mostG - SUPPLIER_COST * quantityG;

/**
 * The bound at a price, exact: no bundle is worth more, in millionths × grams. Candidates that nobody looked at are, at best, one
 * supplier that has it all.
 */
export function boundAt(price: number, candidates: readonly Candidate[], order: Order): bigint {
  const whole = BigInt(order.quantityG);
  const cost = BigInt(SUPPLIER_COST) * whole;
  const earns = ({ score, mostG }: Candidate): bigint => BigInt(score - price) * BigInt(mostG) - cost;
  const chosen = bestOfEach(candidates, order, earns);
  const unseen = order.unseenScore === null ? 0n : BigInt(order.unseenScore - price) * whole - cost;
  const earnings = chosen.reduce((all, candidate) => all + earns(candidate), unseen > 0n ? unseen : 0n);
  return BigInt(price) * whole + cost + earnings;
}

/** Of each supplier the candidate that earns most, of these the ones that earn most, up to the limit; none that earns nothing. */
export function bestOfEach<Earned extends number | bigint>(
  candidates: readonly Candidate[],
  { suppliersMax }: Order,
  earns: (candidate: Candidate) => Earned,
): Candidate[] {
  const best = new Map<string, { candidate: Candidate; value: Earned }>();
  for (const candidate of candidates) {
    const value = earns(candidate);
    const other = best.get(candidate.supplierId);
    if (value > 0 && (!other || value > other.value)) best.set(candidate.supplierId, { candidate, value });
  }
  return [...best.values()]
    .sort((a, b) => (a.value < b.value ? 1 : a.value > b.value ? -1 : bestFirst(a.candidate, b.candidate)))
    .slice(0, suppliersMax)
    .map(({ candidate }) => candidate);
}
