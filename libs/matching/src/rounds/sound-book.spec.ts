import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { randomBook } from '../../../../test/support/round-books.js';
import type { RoundBook, RoundDemand, RoundListing } from './round.js';
import { solveRound } from './solve-round.js';

const book = randomBook(Dice.thrown('unsound books'), 'several commodities');
const listing =
  (changes: Partial<RoundListing>, place = 1) =>
  (its: RoundBook): RoundBook => ({
    ...its,
    listings: its.listings.with(place, { ...its.listings[place]!, ...changes }),
  });
const demand =
  (changes: Partial<RoundDemand>) =>
  (its: RoundBook): RoundBook => ({ ...its, demands: its.demands.with(0, { ...its.demands[0]!, ...changes }) });

describe('A book', () => {
  it.each<[string, (its: RoundBook) => RoundBook, RegExp]>([
    ['an id twice', listing({ id: book.listings[0]!.id }), /^listings\[1\]\.id: "listing0000" must come after/],
    ['ids out of order', listing({ id: 'a' }), /^listings\[1\]\.id: "a" must come after/],
    ['half a kilogram', listing({ quantityKg: 1.5 }), /^listings\[1\]\.quantityKg: 1\.5 is not a whole number from 1 /],
    ['nothing left', demand({ quantityKg: 0 }), /^demands\[0\]\.quantityKg: 0 is not/],
    ['a price below 0', listing({ askVndPerKg: -1 }), /^listings\[1\]\.askVndPerKg: -1 is not/],
    ['a maximum that is no number', demand({ maximumVndPerKg: NaN }), /^demands\[0\]\.maximumVndPerKg: NaN is not/],
    ['no supplier allowed', demand({ maximumSuppliers: 0 }), /^demands\[0\]\.maximumSuppliers: 0 is not/],
    [
      'a place to three decimals',
      listing({ latitude: 10.123 }),
      /^listings\[1\]\.latitude: 10\.123 is not a number of two/,
    ],
    [
      'a window that ends before it begins',
      demand({ from: '2026-12-09', to: '2026-12-08' }),
      /^demands\[0\]: 2026-12-09 to /,
    ],
    ['a great bonus', (its) => ({ ...its, inclusionBonusVnd: 1e16 }), /^inclusionBonusVnd: 10000000000000000 is not/],
    [
      'an organization of two minds',
      (its) =>
        listing(
          { organizationId: 'one', earnsBonus: true },
          2,
        )(listing({ organizationId: 'one', earnsBonus: false })(its)),
      /^listings\[2\]\.earnsBonus: another listing/,
    ],
    [
      'more than can be counted',
      (its) => ({
        ...its,
        listings: Array.from({ length: 9008 }, (_, place) => ({
          ...its.listings[0]!,
          id: `${10_000 + place}`,
          quantityKg: 1e12,
        })),
      }),
      /^listings: their quantities add up to more than 9007199254740991\.$/,
    ],
  ])('is refused with one sentence that names where: %s', (_, broken, sentence) => {
    expect(() => solveRound(broken(book), () => undefined)).toThrow(
      expect.objectContaining({ name: 'UnsoundRound', message: expect.stringMatching(sentence) }),
    );
  });
});
