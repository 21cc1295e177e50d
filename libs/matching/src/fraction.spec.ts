import { describe, expect, it } from '@jest/globals';
import { diceOf, seedOfTest } from '../../../test/support/random-match-world.js';
import { clamp, decimalFraction, fraction, plus, roundHalfUp, toDecimal, toNumber } from './fraction.js';

describe('An exact ratio', () => {
  it('reads decimals by their digits, not by the double nearest to them', () => {
    expect(decimalFraction(0.1)).toEqual({ numerator: 1n, denominator: 10n });
    expect(decimalFraction('1250.500')).toEqual({ numerator: 2501n, denominator: 2n });
    expect(decimalFraction(1e-7)).toEqual({ numerator: 1n, denominator: 10_000_000n });
    expect(decimalFraction(-0.5)).toEqual({ numerator: -1n, denominator: 2n });
  });

  it('rounds exactly half a millionth up, and the least bit less down', () => {
    expect(roundHalfUp(decimalFraction('0.0000005'), 6)).toBe(1n);
    expect(roundHalfUp(decimalFraction('0.00000049999999999999999999'), 6)).toBe(0n);
  });

  it('adds thirds up to a whole half', () => {
    expect(plus(fraction(1, 3), fraction(1, 6))).toEqual(fraction(1, 2));
  });

  it('keeps to 0..1 when clamped', () => {
    expect([fraction(-1, 3), fraction(1, 3), fraction(4, 3)].map(clamp).map(toNumber)).toEqual([0, 1 / 3, 1]);
  });

  it('is written with as many digits as asked for', () => {
    expect(toDecimal(fraction(2, 3), 5)).toBe('0.66667');
    expect(toDecimal(fraction(7, 2), 3)).toBe('3.500');
  });

  it('becomes the double nearest to its digits, whether its parts are doubles or longer', () => {
    const seed = seedOfTest();
    const dice = diceOf(seed);
    for (let times = 0; times < 20_000; times += 1) {
      const [numerator, denominator] = [1, 2].map(() => BigInt(dice.whole(1, 2 ** 30)) ** BigInt(dice.whole(1, 3)));
      const ratio = fraction(numerator!, denominator! + numerator!);
      expect({ seed, number: toNumber(ratio) }).toEqual({ seed, number: Number(toDecimal(ratio, 80)) });
    }
  });
});
