import { beforeAll, describe, expect, it } from '@jest/globals';
import { pairOf } from './certified-pairs.js';
import { certify } from './certify.js';
import { priceInterval } from './price-interval.js';
import type { DualPrices, RoundBook, RoundDemand, RoundListing, RoundPlan } from './round.js';
import { solveRound } from './solve-round.js';

const posting = {
  provinceCode: 'CT',
  commodityCode: 'rice',
  spoilsFast: false,
  variety: null,
  from: '2026-12-01',
  to: '2026-12-31',
  minimumLotKg: 1,
  latitude: 10,
  longitude: 105.8,
};
const listing = (
  id: string,
  askVndPerKg: number,
  quantityKg: number,
  its: Partial<RoundListing> = {},
): RoundListing => ({
  ...posting,
  id,
  organizationId: `of ${id}`,
  gradeRank: null,
  certifications: [],
  askVndPerKg,
  quantityKg,
  earnsBonus: false,
  ...its,
});
const demand = (
  id: string,
  maximumVndPerKg: number,
  quantityKg: number,
  its: Partial<RoundDemand> = {},
): RoundDemand => ({
  ...posting,
  id,
  organizationId: `of ${id}`,
  minimumGradeRank: null,
  requiredCertifications: [],
  maximumVndPerKg,
  quantityKg,
  maximumSuppliers: null,
  ...its,
});

/** What each demand wants is less than there is, lots and a limit bind, and somebody trades for the bonus alone. */
const book: RoundBook = {
  today: '2026-11-25',
  transportVndPerTonneKm: 2600,
  inclusionBonusVnd: 100_000,
  listings: [
    listing('a', 5000, 60),
    listing('b', 5200, 50, { latitude: 10.5 }),
    listing('c', 5400, 40, { earnsBonus: true }),
    listing('d', 7900, 30, { earnsBonus: true, latitude: 11 }),
    listing('e', 5100, 100, { commodityCode: 'tea' }),
    listing('f', 5300, 20),
  ],
  demands: [
    demand('tea', 6000, 80, { commodityCode: 'tea' }),
    demand('x', 8000, 115, { minimumLotKg: 20, maximumSuppliers: 2 }),
    demand('y', 7000, 45),
    demand('z', 7950, 10, { minimumLotKg: 5 }),
  ],
};

type Change = (plan: RoundPlan) => Partial<RoundPlan>;
const place = (list: readonly { readonly id: string }[], id: string) => list.findIndex((its) => its.id === id);
const at = (from: string, to: string) => ({ listing: place(book.listings, from), demand: place(book.demands, to) });
const inOrder = <Flow extends { readonly listing: number; readonly demand: number }>(flows: readonly Flow[]) =>
  flows.toSorted((a, b) => a.listing - b.listing || a.demand - b.demand);

/** So much goes from one to the other instead of what did, at the least price. */
const allocated =
  (from: string, to: string, quantityKg: number): Change =>
  ({ allocations }) => {
    const pair = at(from, to);
    const others = allocations.filter((its) => its.listing !== pair.listing || its.demand !== pair.demand);
    const priceVndPerKg = book.listings[pair.listing]!.askVndPerKg;
    return { allocations: inOrder([...others, { ...pair, quantityKg, priceVndPerKg }]) };
  };
const onlyServing =
  (to: string, ...from: string[]): Change =>
  () => ({ allocations: from.map((its) => ({ ...at(its, to), quantityKg: 20, priceVndPerKg: 5500 })) });
const changed = (prices: DualPrices, side: keyof DualPrices, by: number): DualPrices => {
  const dear = prices[side].findIndex((price) => price > 0);
  return { ...prices, [side]: prices[side].with(dear, prices[side][dear]! + by) };
};
const relaxationWith =
  (change: (relaxation: RoundPlan['relaxation']) => Partial<RoundPlan['relaxation']>): Change =>
  ({ relaxation }) => ({ relaxation: { ...relaxation, ...change(relaxation) } });

describe('The certificate of a round', () => {
  let plan: RoundPlan;
  beforeAll(() => {
    plan = solveRound(book, () => undefined);
  });

  it('finds nothing in a sound one, where lots, a limit and a bonus bind', () => {
    expect(certify(book, plan)).toEqual({ feasible: true, blockingPairs: 0, gap: expect.any(Number), faults: [] });
    expect(plan.newlyParticipating).toBeGreaterThan(0);
    const withoutPrices = plan.allocations.map(({ priceVndPerKg: _, ...flow }) => flow);
    expect(withoutPrices).not.toEqual(plan.relaxation.flows);
    expect(plan.relaxation.prices.supply.some((price) => price < 0)).toBe(true);
  });

  it.each<[string, Change, RegExp]>([
    ['a lot broken', allocated('a', 'x', 19), /^a to x: the quantity is not whole, or below the lot\.$/],
    ['half a kilogram', allocated('a', 'y', 0.5), /^a to y: the quantity is not whole/],
    ['more than there is', allocated('f', 'y', 21), /^f: it gives \d+ kg and has 20\.$/],
    ['more than is wanted', allocated('b', 'y', 46), /^y: it gets \d+ kg and wants 45\.$/],
    ['a supplier too many', onlyServing('x', 'a', 'b', 'c'), /^x: 3 listings serve it, which are more than 2\.$/],
    ['a pair that does not fit', allocated('e', 'x', 20), /^e to x: they don't fit\.$/],
    [
      'a listing that is not there',
      ({ allocations }) => ({ allocations: [{ ...allocations[0]!, listing: 6 }] }),
      /^6 to .*fit/,
    ],
    [
      'an allocation twice',
      ({ allocations }) => ({ allocations: [allocations[0]!, ...allocations] }),
      /is there twice/,
    ],
  ])('says of allocations with %s that they are not feasible', (_, change, fault) => {
    const { feasible, faults } = certify(book, { ...plan, ...change(plan) });
    expect(feasible).toBe(false);
    expect(faults).toContainEqual(expect.stringMatching(fault));
  });

  it('finds each price a VND outside of its interval, and none at its ends', () => {
    const { supply, demand: demandPrices } = plan.relaxation.prices;
    plan.allocations.forEach((allocation, its) => {
      const { low, high } = priceInterval({
        askVndPerKg: book.listings[allocation.listing]!.askVndPerKg,
        maximumVndPerKg: book.demands[allocation.demand]!.maximumVndPerKg,
        valueVndPerKg: pairOf(book, allocation.listing, allocation.demand)!.value,
        supplyPrice: supply[allocation.listing]!,
        demandPrice: demandPrices[allocation.demand]!,
      });
      const isFeasible = (priceVndPerKg: number) =>
        certify(book, { ...plan, allocations: plan.allocations.with(its, { ...allocation, priceVndPerKg }) }).feasible;
      expect([low - 1, low, high, high + 1].map(isFeasible)).toEqual([false, true, true, false]);
    });
  });

  it.each<[string, Change, RegExp]>([
    [
      'an objective raised',
      ({ objectiveVnd }) => ({ objectiveVnd: objectiveVnd + 1n }),
      /^The plan is worth \d+ VND, not/,
    ],
    [
      'a bonus counted twice',
      ({ objectiveVnd }) => ({ objectiveVnd: objectiveVnd + 100_000n }),
      /^The plan is worth \d+ VND, not/,
    ],
    [
      'a newcomer too many',
      ({ newlyParticipating }) => ({ newlyParticipating: newlyParticipating + 1 }),
      /organizations get what earns the bonus/,
    ],
    ['a cost below 0', () => ({ bonusCostVnd: -1n }), /^The cost of the bonus/],
    ['a bound lowered', ({ boundVnd }) => ({ boundVnd: boundVnd - 1n }), /^The bound's prices prove/],
    [
      'a bound below the plan',
      ({ objectiveVnd }) => ({ boundVnd: objectiveVnd - 1n }),
      /^The plan is worth more than its bound/,
    ],
    [
      "a bound's price raised",
      ({ boundPrices }) => ({ boundPrices: changed(boundPrices, 'demand', 1) }),
      /^The bound's prices prove/,
    ],
    [
      "a listing's dual price lowered",
      relaxationWith(({ prices }) => ({ prices: changed(prices, 'supply', -1) })),
      /compatible pairs are worth more/,
    ],
    [
      "a demand's dual price lowered",
      relaxationWith(({ prices }) => ({ prices: changed(prices, 'demand', -1) })),
      /compatible pairs are worth more/,
    ],
    [
      'dual prices raised',
      relaxationWith(({ prices }) => ({ prices: { ...prices, demand: prices.demand.map((price) => price + 1) } })),
      /trades it at prices that aren't its value/,
    ],
    [
      'a dual price missing',
      relaxationWith(({ prices }) => ({ prices: { ...prices, supply: prices.supply.slice(1) } })),
      /^A dual price is missing/,
    ],
    [
      'a relaxed flow dropped',
      relaxationWith(({ flows }) => ({ flows: flows.slice(1) })),
      /^The relaxation is worth \d+ VND, and its dual prices say/,
    ],
    [
      'a relaxed flow larger',
      relaxationWith(({ flows }) => ({ flows: flows.with(0, { ...flows[0]!, quantityKg: 1000 }) })),
      /it gives 10\d\d kg and has/,
    ],
  ])('finds %s', (_, change, fault) => {
    expect(certify(book, { ...plan, ...change(plan) }).faults).toContainEqual(expect.stringMatching(fault));
  });

  it('counts the pairs that would rather trade with each other', () => {
    const free = { supply: book.listings.map(() => 0), demand: book.demands.map(() => 0) };
    const { blockingPairs } = certify(book, { ...plan, relaxation: { ...plan.relaxation, prices: free } });
    expect(blockingPairs).toBe(13);
  });
});
