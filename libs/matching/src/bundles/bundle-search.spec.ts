import { describe, expect, it } from '@jest/globals';
import { diceOf, seedOfTest, type Dice } from '../../../../test/support/random-match-world.js';
import { bestFirst, sharesOf, worthOf, type Candidate, type Order, type Share } from './bundle.js';
import { findBundles } from './bundle-search.js';

const ORDERS = 2000;
const seed = seedOfTest();

function randomOrder(dice: Dice): { candidates: Candidate[]; order: Order } {
  const [many, suppliers] = [dice.whole(0, 9), dice.whole(1, 9)];
  const quantityG = dice.of([1, 1000, 500_000, 2_000_000, 1e12]);
  const candidates = Array.from({ length: many }, (_, place) => {
    const mostG = Math.max(
      1,
      Math.min(quantityG, dice.whole(1, 1000) * dice.of([1, 1000, quantityG / 1000, quantityG / 3000])),
    );
    const most = Math.floor(mostG) || 1;
    return {
      listingId: `listing${String(place)}`,
      supplierId: `supplier${String(dice.whole(1, suppliers))}`,
      score: dice.whole(0, 20) * 50_000,
      leastG: dice.of([1, most, Math.ceil(most / 2)]),
      mostG: most,
    };
  });
  return { candidates, order: { quantityG, suppliersMax: dice.of([1, 2, 3, 5, Infinity]), unseenScore: null } };
}

/** Every bundle there is, best first, one for each set of suppliers: by trying all. */
function allBundles(candidates: readonly Candidate[], order: Order): Share[][] {
  const best = new Map<string, Share[]>();
  for (let set = 1; set < 2 ** candidates.length; set += 1) {
    const chosen = candidates.filter((_, place) => (set >> place) % 2 === 1);
    const suppliers = chosen.map(({ supplierId }) => supplierId).sort();
    if (chosen.length > order.suppliersMax || new Set(suppliers).size < suppliers.length) continue;
    const shares = sharesOf(chosen, order);
    const other = best.get(suppliers.join());
    if (shares && (!other || worthOf(shares, order) > worthOf(other, order))) best.set(suppliers.join(), shares);
  }
  return [...best.values()].sort((a, b) => (worthOf(a, order) < worthOf(b, order) ? 1 : -1));
}

describe('bundles', () => {
  it(`fill the order within every limit, and are worth no more than their bound and the best one no less than it says, on ${String(ORDERS)} random orders`, () => {
    const seen = { orders: 0, filled: 0, best: 0, three: 0 };
    for (let number = 0; number < ORDERS; number += 1) {
      const { candidates, order } = randomOrder(diceOf(seed + number));
      const found = findBundles(candidates, order, 3);
      const all = allBundles(candidates, order);
      const where = { seed: seed + number };
      for (const { shares } of found)
        expect({ ...where, broken: brokenLimits(shares, order) }).toEqual({ ...where, broken: [] });
      const suppliers = found.map(({ shares }) =>
        shares
          .map(({ candidate }) => candidate.supplierId)
          .sort()
          .join(),
      );
      expect(new Set(suppliers).size).toBe(found.length);
      expect({ ...where, found: found.length }).toEqual({ ...where, found: Math.min(3, all.length) });
      if (!found[0]) continue;
      const optimum = worthOf(all[0]!, order);
      expect({ ...where, holds: found[0].worth <= optimum && optimum <= found[0].bound }).toEqual({
        ...where,
        holds: true,
      });
      seen.orders += 1;
      seen.best += found[0].worth === optimum ? 1 : 0;
      seen.three += found.length === 3 ? 1 : 0;
      seen.filled += all.length;
    }
    console.info(`orders from seed ${String(seed)}: ${JSON.stringify(seen)}`);
    expect(seen.best).toBeGreaterThan(0.95 * seen.orders);
    expect(seen.three).toBeGreaterThan(ORDERS / 10);
  });

  it('are bounded by what a candidate might be that nobody looked at', () => {
    const candidates = [0, 1, 2].map((place) => ({
      listingId: `listing${String(place)}`,
      supplierId: `supplier${String(place)}`,
      ...{ score: 500_000 - place, leastG: 1, mostG: 400 },
    }));
    const order = { quantityG: 1000, suppliersMax: 3, unseenScore: null };
    const [found] = findBundles(candidates, order, 1);
    const [unsure] = findBundles(candidates, { ...order, unseenScore: 499_998 }, 1);
    expect(unsure!.worth).toBe(found!.worth);
    // One that has it all, as good as the last one seen, would save two suppliers.
    expect(unsure!.bound).toBeGreaterThanOrEqual(499_998n * 1000n);
    expect(found!.bound).toBeLessThan(499_998n * 1000n);
  });
});

/** By the words of the rule, from nothing but the shares. */
function brokenLimits(shares: readonly Share[], { quantityG, suppliersMax }: Order): string[] {
  const suppliers = new Set(shares.map(({ candidate }) => candidate.supplierId));
  return [
    ...(shares.reduce((all, share) => all + share.quantityG, 0) === quantityG ? [] : ['not filled']),
    ...(shares.length <= suppliersMax ? [] : ['too many suppliers']),
    ...(suppliers.size === shares.length ? [] : ['a supplier twice']),
    ...(shares.every(({ candidate, quantityG: grams }) => candidate.leastG <= grams && grams <= candidate.mostG)
      ? []
      : ['a lot']),
    ...(shares.every(({ candidate }, index) => index === 0 || bestFirst(shares[index - 1]!.candidate, candidate) < 0)
      ? []
      : ['order']),
  ];
}
