import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { randomProblem, withRules } from '../../../../test/support/random-problems.js';
import { allocate } from './allocate.js';
import { checkPlan } from './check-plan.js';
import type { Plan, Problem } from './problem.js';

const problem: Problem = {
  supplies: [
    { id: 'a', quantity: 60 },
    { id: 'b', quantity: 50 },
    { id: 'c', quantity: 40, group: 'g' },
  ],
  demands: [
    { id: 'x', quantity: 90, minimumLot: 20, maximumSuppliers: 2 },
    { id: 'y', quantity: 40 },
  ],
  arcs: [
    { supply: 'a', demand: 'x', value: 9 },
    { supply: 'b', demand: 'x', value: 8 },
    { supply: 'c', demand: 'x', value: 7 },
    { supply: 'b', demand: 'y', value: 4 },
    { supply: 'c', demand: 'y', value: 2, minimumLot: 15 },
  ],
  groups: [{ id: 'g', bonus: 25 }],
};
const relaxed: Problem = {
  ...problem,
  demands: problem.demands.map(({ id, quantity }) => ({ id, quantity })),
  arcs: problem.arcs.map(({ supply, demand, value }) => ({ supply, demand, value })),
};

type Change = (plan: Plan) => Partial<Plan>;
const flow =
  (supply: string, demand: string, quantity: number): Change =>
  ({ flows }) => ({
    flows: [...flows.filter((its) => its.supply !== supply || its.demand !== demand), { supply, demand, quantity }],
  });

describe('The check of a plan', () => {
  it('finds nothing in sound ones', () => {
    expect(checkPlan(problem, allocate(problem)).faults).toEqual([]);
    expect(checkPlan(relaxed, allocate(relaxed))).toEqual({ faults: [], blockingPairCount: 0 });
  });

  it.each<[string, Problem, Change, string]>([
    ['a lot broken', problem, flow('c', 'y', 14), 'c to y: below the lot.'],
    ['a lot of the demand broken', problem, flow('b', 'x', 19), 'b to x: below the lot.'],
    ['more than there is', problem, flow('a', 'x', 61), 'a: sends more than it has.'],
    ['more than is wanted', problem, flow('b', 'y', 41), 'y: gets more than it wants.'],
    [
      'a supplier too many',
      problem,
      () => ({ flows: ['a', 'b', 'c'].map((supply) => ({ supply, demand: 'x', quantity: 20 })) }),
      'x: is served by too many.',
    ],
    ['a half', problem, flow('b', 'y', 0.5), 'b to y: below the lot.'],
    ['a flow without an arc', problem, flow('a', 'y', 1), 'A flow is on no arc.'],
    ['a flow twice', problem, ({ flows }) => ({ flows: [...flows, flows[0]!] }), 'A pair has two flows.'],
    ['another worth', problem, ({ objective }) => ({ objective: objective + 1n }), 'The plan is worth'],
    ['a bound too low', problem, ({ bound }) => ({ bound: bound - 1n }), 'The prices prove a bound of'],
    ['another gap', problem, ({ gap }) => ({ gap: gap + 0.01 }), 'The gap is'],
    ['a price below 0', problem, ({ demandPrices }) => ({ demandPrices: { ...demandPrices, x: -1 } }), 'A price is'],
    ['a price missing', problem, () => ({ supplyPrices: {} }), 'A price is missing'],
    [
      'a price too low',
      relaxed,
      ({ supplyPrices }) => ({ supplyPrices: { ...supplyPrices, a: supplyPrices['a']! - 1 } }),
      'arcs are worth more than their two prices.',
    ],
    [
      'a price too high',
      relaxed,
      ({ supplyPrices }) => ({ supplyPrices: { ...supplyPrices, a: supplyPrices['a']! + 1 } }),
      "a to x: traded at prices that aren't its value.",
    ],
    ['less than the best', relaxed, () => ({ flows: [], objective: 0n }), 'must reach its bound.'],
  ])('finds %s', (_, its, change, fault) => {
    const plan = allocate(its);
    const { faults } = checkPlan(its, { ...plan, ...change(plan) });
    expect(faults.join(' ')).toContain(fault);
  });

  it('finds any one number of any plan changed', () => {
    const dice = Dice.thrown('numbers changed in plans');
    for (let instance = 0; instance < 100; instance += 1) {
      const its = dice.next() < 0.5 ? randomProblem(dice) : withRules(dice, randomProblem(dice));
      const plan = allocate(its);
      const faultsWith = (change: Partial<Plan>) => checkPlan(its, { ...plan, ...change }).faults;
      expect(faultsWith({ bound: plan.bound + 1n })).not.toEqual([]);
      expect(faultsWith({ objective: plan.objective - 1n })).not.toEqual([]);
      if (plan.flows.length === 0) continue;
      const at = dice.below(plan.flows.length);
      const flows = plan.flows.map((its, place) => (place === at ? { ...its, quantity: its.quantity + 1 } : its));
      const worthless = its.arcs.some(
        ({ supply, demand, value }) => value === 0 && supply === flows[at]!.supply && demand === flows[at]!.demand,
      );
      if (!worthless) expect(faultsWith({ flows })).not.toEqual([]);
    }
  });
});
