import { describe, expect, it } from '@jest/globals';
import { amountBounds, amountClass } from './amount-classes';

describe('amounts on a map', () => {
  it('are parted at round numbers, of which the largest passes all', () => {
    expect(amountBounds(12_000)).toEqual([500, 1000, 2000, 5000]);
    expect(amountBounds(4)).toEqual([0.2, 0.5, 1, 2]);
    expect(amountBounds(1)).toEqual([0.05, 0.1, 0.2, 0.5]);
    expect(amountBounds(7.5)).toEqual([0.5, 1, 2, 5]);
    for (let largest = 0.001; largest < 1e9; largest *= 1.7) {
      const bounds = amountBounds(largest);
      expect(bounds.toSorted((a, b) => a - b)).toEqual(bounds);
      expect(new Set(bounds).size).toBe(4);
      expect(bounds[3]! * 1.5).toBeLessThanOrEqual(largest);
      expect(bounds[3]! * 4).toBeGreaterThanOrEqual(largest);
    }
  });

  it('are of the class that their bounds say, and none is of no class', () => {
    const bounds = amountBounds(12_000);
    expect([0, 1, 500, 1999, 2000, 12_000].map((amount) => amountClass(amount, bounds))).toEqual([
      ...['NONE', 1, 2, 3, 4, 5],
    ]);
  });
});
