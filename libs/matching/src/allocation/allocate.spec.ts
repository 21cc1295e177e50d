import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { optimumByHighs } from '../../../../test/support/highs-referee.js';
import { randomProblem, SHAPES } from '../../../../test/support/random-problems.js';
import { allocate } from './allocate.js';
import { checkPlan } from './check-plan.js';

/** In `npm test` a few of each shape; `npm run prove:allocate` says how many. */
const INSTANCES = Number(process.env['LIENKET_INSTANCES'] ?? 100);

describe('A plan without lots and limits', () => {
  const dice = Dice.thrown('plans without lots and limits');
  const shapes = Object.keys(SHAPES);

  it(`is worth what HiGHS finds to the last unit, on ${INSTANCES} problems of all shapes`, () => {
    const counts = new Map<string, number>();
    for (let instance = 0; instance < INSTANCES; instance += 1) {
      const shape = shapes[instance % shapes.length]!;
      const problem = randomProblem(dice, shape);
      const plan = allocate(problem);
      expect({ shape, ...checkPlan(problem, plan) }).toEqual({ shape, faults: [], blockingPairCount: 0 });
      expect({ shape, problem, worth: plan.objective }).toEqual({ shape, problem, worth: optimumByHighs(problem) });
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
    console.info(`equal to HiGHS: ${INSTANCES} of ${INSTANCES}, ${JSON.stringify(Object.fromEntries(counts))}`);
  });
});
