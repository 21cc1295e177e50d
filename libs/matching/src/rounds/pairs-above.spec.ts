import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { randomBook } from '../../../../test/support/round-books.js';
import { CompatiblePairs } from './compatible-pairs.js';
import { visitPairsAbove } from './pairs-above.js';
import type { RoundBook } from './round.js';

const BOOKS = Number(process.env['LIENKET_ROUNDS'] ?? 40);
const SHAPES = ['ordinary', 'several commodities', 'what spoils', 'ties'];

/** South and north, west and east, whole degrees and what lies beside them. */
function scattered(dice: Dice, book: RoundBook): RoundBook {
  const place = () => ({
    latitude: dice.pick([-9.01, -0.01, 0, 10, 10.05, 20.99, 21]),
    longitude: dice.pick([-179.99, 0, 105.8, 105.99, 106, 179.99]),
  });
  return {
    ...book,
    listings: book.listings.map((listing) => ({ ...listing, ...place() })),
    demands: book.demands.map((demand) => ({ ...demand, ...place() })),
  };
}

describe('A walk over pairs', () => {
  it(`comes by every pair that is worth more than its two prices and by no other, in ${BOOKS} books`, () => {
    const dice = Dice.thrown('walks over pairs');
    let count = 0;
    for (let round = 0; round < BOOKS; round += 1) {
      const plain = { ...randomBook(dice, dice.pick(SHAPES)), transportVndPerTonneKm: dice.pick([0, 3, 400]) };
      const book = dice.next() < 0.5 ? plain : scattered(dice, plain);
      const pairs = new CompatiblePairs(book);
      const supply = Float64Array.from(book.listings, () => dice.below(300) - 50);
      for (const commodity of pairs.commodities) {
        const [listings, demands] = [commodity.listings, commodity.demands].map(([start, end]) =>
          Array.from({ length: end - start }, (_, at) => start + at),
        ) as [number[], number[]];
        const beyond = (listing: number, demand: number) => pairs.value(listing, demand) - supply[listing]!;
        // Each demand's price lets one pair just be worth it, or just not.
        const demand = new Float64Array(book.demands.length);
        for (const its of demands) demand[its] = Math.max(0, beyond(dice.pick(listings), its) - dice.below(3));
        const expected = demands.flatMap((its) =>
          listings
            .map((listing) => [listing, its, beyond(listing, its) - demand[its]!])
            .filter(([, , more]) => more! > 0),
        );
        const visited: number[][] = [];
        visitPairsAbove(pairs, commodity, { supply, demand }, (...pair) => visited.push(pair));
        expect({ book, visited: sorted(visited) }).toEqual({ book, visited: sorted(expected) });
        count += visited.length;
      }
    }
    expect(count).toBeGreaterThan(BOOKS);
  });
});

const sorted = (pairs: readonly (readonly number[])[]) => pairs.toSorted((a, b) => a[1]! - b[1]! || a[0]! - b[0]!);
