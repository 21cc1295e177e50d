import { describe, expect, it } from '@jest/globals';
import { toNumber } from './fraction.js';
import { CRITERIA, normaliseWeights, type GivenWeights } from './weights.js';

const numbers = (given: GivenWeights | null): number[] => {
  const weights = normaliseWeights(given);
  if (!weights.ok) throw new Error(weights.refusal.code);
  return CRITERIA.map((criterion) => toNumber(weights.value[criterion]));
};
const fieldAtFault = (given: GivenWeights) => {
  const weights = normaliseWeights(given);
  return weights.ok ? null : weights.refusal;
};

describe('The weights of a match', () => {
  it('are the default ones where none are given', () => {
    expect(numbers(null)).toEqual([0.3, 0.2, 0.15, 0.15, 0.15, 0.05]);
  });

  it('are normalised to a sum of 1, and what is left out of them counts 0', () => {
    expect(numbers({ price: 0.5, distance: 0.25, timing: null })).toEqual([2 / 3, 1 / 3, 0, 0, 0, 0]);
    expect(numbers({ inclusion: 5e-324 })).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('are refused when all are zero or left out', () => {
    expect(fieldAtFault({})).toEqual({ code: 'INVALID_INPUT', field: 'weights', rule: 'RANGE' });
    expect(fieldAtFault({ price: 0, quality: -0 })).toMatchObject({ field: 'weights' });
  });

  it.each([-0.1, 1.000001, Number.POSITIVE_INFINITY, Number.NaN])('are refused when one is %p', (weight) => {
    expect(fieldAtFault({ price: 1, reliability: weight })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'weights.reliability',
    });
  });
});
