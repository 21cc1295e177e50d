import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { middleOf, priceInterval } from './price-interval.js';

const PAIRS = 2_000;

const pair = (supplyPrice: number, demandPrice: number, wayVndPerKg = 300) => ({
  askVndPerKg: 5000,
  maximumVndPerKg: 6000,
  valueVndPerKg: 1000 - wayVndPerKg,
  supplyPrice,
  demandPrice,
});

describe('The interval of a price', () => {
  it('is as wide as the way is dear, between both dual prices', () =>
    expect(priceInterval(pair(500, 200))).toEqual({ low: 5500, high: 5800 }));

  it('shares what the pair is worth in proportion, where both dual prices are more than that', () =>
    expect(priceInterval(pair(1000, 400))).toEqual({ low: 5500, high: 5800 }));

  it('begins at the ask where a bonus pays for the listing', () =>
    expect(priceInterval(pair(-800, 1500))).toEqual({ low: 5000, high: 5300 }));

  it('is all from ask to maximum where the pair is worth less than nothing', () =>
    expect(priceInterval(pair(-2000, 100, 2900))).toEqual({ low: 5000, high: 6000 }));

  it('has a middle, of two the higher', () => {
    expect(middleOf({ low: 5500, high: 5800 })).toBe(5650);
    expect(middleOf({ low: 5500, high: 5801 })).toBe(5651);
    expect(middleOf({ low: 5500, high: 5500 })).toBe(5500);
  });

  it(`lies within ask and maximum whatever the dual prices, and is as wide as the way is dear, for ${PAIRS} pairs`, () => {
    const dice = Dice.thrown('intervals of prices');
    for (let count = 0; count < PAIRS; count += 1) {
      const range = dice.pick([3, 1000, 1e9]);
      const askVndPerKg = dice.below(range);
      const spread = dice.below(range);
      const wayVndPerKg = dice.below(dice.pick([1, spread + 1, 2 * range]));
      const valueVndPerKg = spread - wayVndPerKg;
      const supplyPrice = dice.below(dice.pick([1, range, 9e15])) - dice.below(dice.pick([1, range, 9e15]));
      // No compatible pair is worth more than its two prices.
      const demandPrice = Math.max(0, valueVndPerKg - supplyPrice) + dice.below(dice.pick([1, range]));
      const given = { askVndPerKg, maximumVndPerKg: askVndPerKg + spread, valueVndPerKg, supplyPrice, demandPrice };
      const { low, high } = priceInterval(given);
      const middle = middleOf({ low, high });
      const isSound = askVndPerKg <= low && low <= middle && middle <= high && high <= given.maximumVndPerKg;
      const width = valueVndPerKg < 0 ? spread : wayVndPerKg;
      expect({ given, isSound, isWhole: Number.isSafeInteger(middle), width: high - low }).toEqual({
        given,
        isSound: true,
        isWhole: true,
        width,
      });
    }
  });
});
