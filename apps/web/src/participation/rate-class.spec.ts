import { describe, expect, it } from '@jest/globals';
import { classBounds, markOf, rateClass } from './rate-class';

describe('classes of a rate', () => {
  it.each([
    [0, 1],
    [0.299, 1],
    [0.3, 2],
    [0.4, 3],
    [0.4999, 3],
    [0.5, 4],
    [0.6, 5],
    [1, 5],
  ])('%d is class %d where the mark is a half', (rate, is) => {
    expect(rateClass(rate, 0.5)).toBe(is);
  });

  it('is none where nobody is counted', () => {
    expect(rateClass(null, 0.5)).toBe('NONE');
  });

  it('are parted at the mark', () => {
    expect(classBounds(0.5)).toEqual([0.3, 0.4, 0.5, 0.6]);
  });
});

describe('the mark', () => {
  it('is the target once somebody comes near it', () => {
    expect(markOf([0.1, 0.31], 0.5, 0.2)).toBe(0.5);
  });

  it('is the share of the whole before', () => {
    expect(markOf([0.1, 0.2, null], 0.5, 0.07)).toBe(0.07);
  });

  it('is never nothing', () => {
    expect(markOf([], undefined, null)).toBe(0.5);
    expect(markOf([0], 0.5, 0)).toBe(0.5);
  });
});
