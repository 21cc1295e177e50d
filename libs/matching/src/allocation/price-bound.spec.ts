import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { ExactSum, Gains } from './price-bound.js';

const SUMS = 300;
const MOST_PRODUCTS = 100;

/** Now and then so large that a product, or only their sum, passes 2^53. */
const productsOf = (dice: Dice): [number, number][] => {
  const digits = dice.pick([3, 7, 8, 9]);
  return Array.from({ length: dice.below(MOST_PRODUCTS) }, () => [dice.below(10 ** digits), dice.below(10 ** digits)]);
};
const exact = (products: readonly [number, number][]) => products.map(([a, b]) => BigInt(a) * BigInt(b));
const sumOf = (products: readonly bigint[]) => products.reduce((sum, product) => sum + product, 0n);

describe('What is gained at prices', () => {
  it(`is the sum of so many of the greatest products, to the last digit, for one demand after another`, () => {
    const dice = Dice.thrown('greatest gains');
    const gains = new Gains();
    for (let round = 0; round < SUMS; round += 1) {
      const products = productsOf(dice);
      const most = dice.below(MOST_PRODUCTS);
      for (const [a, b] of products) gains.add(a, b);
      const greatest = exact(products).toSorted((a, b) => Number(b > a) - Number(b < a));
      expect(gains.take(most)).toBe(sumOf(greatest.slice(0, most)));
    }
  });

  it('adds up to the last digit', () => {
    const dice = Dice.thrown('exact sums');
    for (let round = 0; round < SUMS; round += 1) {
      const products = productsOf(dice).map(([a, b]): [number, number] => [dice.pick([1, -1]) * a, b]);
      const sum = new ExactSum();
      for (const [a, b] of products) sum.add(a, b);
      expect(sum.total).toBe(sumOf(exact(products)));
    }
  });
});
