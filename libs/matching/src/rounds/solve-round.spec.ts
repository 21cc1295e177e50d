import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { BOOK_SHAPES, randomBook } from '../../../../test/support/round-books.js';
import { certify } from './certify.js';
import { solveRound } from './solve-round.js';

const ROUNDS = Number(process.env['LIENKET_ROUNDS'] ?? 60);
const SHAPE_NAMES = Object.keys(BOOK_SHAPES);

describe('A round', () => {
  it(`is sound by the independent check, on ${ROUNDS} books of all shapes`, () => {
    const dice = Dice.thrown('rounds of all shapes');
    for (let round = 0; round < ROUNDS; round += 1) {
      const shape = SHAPE_NAMES[round % SHAPE_NAMES.length]!;
      const book = randomBook(dice, shape);
      const plan = solveRound(book, () => undefined);
      const certificate = certify(book, plan);
      expect({ shape, ...certificate, gap: 0 }).toEqual({
        shape,
        feasible: true,
        blockingPairs: 0,
        gap: 0,
        faults: [],
      });
    }
  });
});
