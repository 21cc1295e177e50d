import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { optimumByHighs } from '../../../../test/support/highs-referee.js';
import { randomProblem, SHAPES, withRules } from '../../../../test/support/random-problems.js';
import { allocate } from './allocate.js';
import { checkPlan } from './check-plan.js';

/** Of each kind; `npm run prove:allocate` asks for 500. */
const INSTANCES = Number(process.env['LIENKET_INSTANCES'] ?? 100);
/** 500 of a kind take half a minute. */
const PATIENCE_MS = 600_000;
const SHAPE_NAMES = Object.keys(SHAPES);
/** HiGHS decides by tolerances, which great numbers beside a yes or no leave no room for. */
const SHAPES_FOR_HIGHS_WITH_RULES = SHAPE_NAMES.filter((shape) => !shape.includes('great'));

describe('A plan without lots and limits', () => {
  it(
    `is worth what HiGHS finds, to the last unit, on ${INSTANCES} problems of all shapes`,
    () => {
      const dice = Dice.thrown('plans without lots and limits');
      for (let instance = 0; instance < INSTANCES; instance += 1) {
        const shape = SHAPE_NAMES[instance % SHAPE_NAMES.length]!;
        const problem = randomProblem(dice, shape);
        const plan = allocate(problem);
        expect({ shape, ...checkPlan(problem, plan) }).toEqual({ shape, faults: [], blockingPairCount: 0 });
        expect({ shape, problem, worth: plan.objective }).toEqual({ shape, problem, worth: optimumByHighs(problem) });
        expect(plan.gap).toBe(0);
      }
      console.info(`equal to HiGHS to the last unit: ${INSTANCES} of ${INSTANCES}, of ${SHAPE_NAMES.length} shapes`);
    },
    PATIENCE_MS,
  );

  it('is worth nothing where there is nothing', () => {
    expect(allocate({ supplies: [], demands: [], arcs: [] })).toEqual({
      objective: 0n,
      bound: 0n,
      gap: 0,
      flows: [],
      supplyPrices: {},
      demandPrices: {},
    });
  });

  it('is exact beyond 2^53', () => {
    const quantity = 999_999_999_999;
    const value = 999_999_999;
    const { objective, flows } = allocate({
      supplies: [{ id: 's', quantity }],
      demands: [{ id: 'd', quantity: 1e12 }],
      arcs: [{ supply: 's', demand: 'd', value }],
    });
    expect(objective).toBe(999_999_998_999_000_000_001n);
    expect(flows).toEqual([{ supply: 's', demand: 'd', quantity }]);
  });
});

describe('A bonus', () => {
  const supplies = [
    { id: 's1', quantity: 5, group: 'g' },
    { id: 's2', quantity: 5, group: 'g' },
  ];
  const arcs = [
    { supply: 's1', demand: 'd', value: -3 },
    { supply: 's2', demand: 'd', value: -4 },
  ];

  it('counts once for a group, and is worth the loss of a first unit', () => {
    const plan = allocate({ supplies, demands: [{ id: 'd', quantity: 9 }], arcs, groups: [{ id: 'g', bonus: 10 }] });
    expect(plan).toMatchObject({ objective: 7n, bound: 7n, flows: [{ supply: 's1', demand: 'd', quantity: 1 }] });
  });

  it('is not paid for by more than it is', () => {
    const problem = { supplies, demands: [{ id: 'd', quantity: 9, minimumLot: 4 }], arcs };
    expect(allocate({ ...problem, groups: [{ id: 'g', bonus: 13 }] }).objective).toBe(1n);
    expect(allocate({ ...problem, groups: [{ id: 'g', bonus: 12 }] }).flows).toEqual([]);
  });
});

describe('A plan with lots and limits', () => {
  it(
    `has the optimum of HiGHS between its worth and its bound, on ${INSTANCES} problems`,
    () => {
      const dice = Dice.thrown('plans with lots and limits');
      let reached = 0;
      const gaps: number[] = [];
      for (let instance = 0; instance < INSTANCES; instance += 1) {
        const shape = SHAPES_FOR_HIGHS_WITH_RULES[instance % SHAPES_FOR_HIGHS_WITH_RULES.length]!;
        const problem = withRules(dice, randomProblem(dice, shape));
        const plan = allocate(problem);
        const optimum = optimumByHighs(problem);
        expect({ problem, faults: checkPlan(problem, plan).faults }).toEqual({ problem, faults: [] });
        expect({ problem, isBetween: plan.objective <= optimum && optimum <= plan.bound }).toEqual({
          problem,
          isBetween: true,
        });
        if (plan.objective === optimum) reached += 1;
        if (optimum > 0n) gaps.push(Number(optimum - plan.objective) / Number(optimum));
      }
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
      console.info(
        `between: ${INSTANCES} of ${INSTANCES}; at the optimum ${reached}, below it by ${(100 * mean).toFixed(2)}% on average`,
      );
    },
    PATIENCE_MS,
  );

  it(
    `keeps every rule, on ${INSTANCES} problems of all shapes`,
    () => {
      const dice = Dice.thrown('rules of plans');
      for (let instance = 0; instance < INSTANCES; instance += 1) {
        const problem = withRules(dice, randomProblem(dice));
        expect({ problem, faults: checkPlan(problem, allocate(problem)).faults }).toEqual({ problem, faults: [] });
      }
    },
    PATIENCE_MS,
  );

  it('is the same to the byte each time', () => {
    const dice = Dice.thrown('the same plan twice');
    for (let instance = 0; instance < 20; instance += 1) {
      const problem = withRules(dice, randomProblem(dice));
      const written = () =>
        JSON.stringify(allocate(structuredClone(problem)), (_, its: unknown) =>
          typeof its === 'bigint' ? String(its) : its,
        );
      expect(written()).toBe(written());
    }
  });
});
