import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { optimumByHighs } from '../../../../test/support/highs-referee.js';
import { BOOK_SHAPES, randomBook } from '../../../../test/support/round-books.js';
import { allocate } from '../allocation/allocate.js';
import type { Problem } from '../allocation/problem.js';
import { visitPairs } from './certified-pairs.js';
import { certify } from './certify.js';
import type { RoundBook, RoundFlow, RoundPlan, RoundProgress } from './round.js';
import { roundFileText } from './round-file.js';
import { solveRound } from './solve-round.js';

/** Of each kind; `npm run prove:rounds` asks for 500. */
const ROUNDS = Number(process.env['LIENKET_ROUNDS'] ?? 32);
const PATIENCE_MS = 600_000;
const SHAPE_NAMES = Object.keys(BOOK_SHAPES);
/** HiGHS decides by tolerances, which great numbers beside a yes or no leave no room for. */
const SHAPES_FOR_HIGHS_WITH_RULES = SHAPE_NAMES.filter((shape) => !shape.includes('great'));

const solved = (book: RoundBook): RoundPlan => solveRound(book, () => undefined);

/** All compatible pairs as arcs, with the organizations that earn the bonus as groups. */
function problemOf(book: RoundBook, withRules: boolean): Problem {
  const arcs: Problem['arcs'] = [];
  visitPairs(book, ({ value, lotKg }, listing, demand) =>
    arcs.push({ supply: listing, demand, value, ...(withRules && { minimumLot: lotKg }) }),
  );
  const newcomers = book.listings.filter(({ earnsBonus }) => earnsBonus).map(({ organizationId }) => organizationId);
  return {
    supplies: book.listings.map(({ quantityKg, earnsBonus, organizationId }, id) => ({
      id,
      quantity: quantityKg,
      ...(earnsBonus && { group: organizationId }),
    })),
    demands: book.demands.map(({ quantityKg, maximumSuppliers }, id) => ({
      id,
      quantity: quantityKg,
      ...(withRules && { maximumSuppliers }),
    })),
    arcs,
    groups: [...new Set(newcomers)].map((id) => ({ id, bonus: book.inclusionBonusVnd })),
  };
}

function worthOf({ arcs, supplies, groups }: Problem, flows: readonly RoundFlow[]): bigint {
  const values = new Map(arcs.map(({ supply, demand, value }) => [`${supply} ${demand}`, value]));
  const served = new Set(flows.map(({ listing }) => supplies[listing]!.group));
  return [
    ...flows.map(({ listing, demand, quantityKg }) => BigInt(values.get(`${listing} ${demand}`)!) * BigInt(quantityKg)),
    ...groups!.filter(({ id }) => served.has(id)).map(({ bonus }) => BigInt(bonus)),
  ].reduce((sum, one) => sum + one, 0n);
}

describe('A round', () => {
  it(
    `is what it says by the independent check, and has the relaxation of HiGHS to the last VND, on ${ROUNDS} books of all shapes`,
    () => {
      const dice = Dice.thrown('rounds of all shapes');
      for (let round = 0; round < ROUNDS; round += 1) {
        const shape = SHAPE_NAMES[round % SHAPE_NAMES.length]!;
        const book = randomBook(dice, shape);
        const plan = solved(book);
        const { gap, ...certificate } = certify(book, plan);
        expect({ shape, book, ...certificate }).toEqual({ shape, book, feasible: true, blockingPairs: 0, faults: [] });
        expect(gap).toBeGreaterThanOrEqual(0);
        const relaxed = problemOf(book, false);
        const worth = worthOf(relaxed, plan.relaxation.flows);
        expect({ shape, book, worth }).toEqual({ shape, book, worth: allocate(relaxed).objective });
        expect({ shape, book, worth }).toEqual({ shape, book, worth: optimumByHighs(relaxed) });
      }
      console.info(
        `sound, and equal to HiGHS to the last VND: ${ROUNDS} of ${ROUNDS}, of ${SHAPE_NAMES.length} shapes`,
      );
    },
    PATIENCE_MS,
  );

  it(
    `has the optimum of HiGHS with lots and limits between its worth and its bound, on ${ROUNDS} books`,
    () => {
      const dice = Dice.thrown('rounds with lots and limits');
      let reached = 0;
      const missed: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const book = randomBook(dice, SHAPES_FOR_HIGHS_WITH_RULES[round % SHAPES_FOR_HIGHS_WITH_RULES.length]);
        const { objectiveVnd, boundVnd, allocations, newlyParticipating, bonusCostVnd } = solved(book);
        const problem = problemOf(book, true);
        const optimum = optimumByHighs(problem);
        const isBetween = objectiveVnd <= optimum && optimum <= boundVnd;
        expect({ book, isBetween, worth: worthOf(problem, allocations) }).toEqual({
          book,
          isBetween: true,
          worth: objectiveVnd,
        });
        const surplus = objectiveVnd - BigInt(book.inclusionBonusVnd) * BigInt(newlyParticipating);
        const mostSurplus = optimumByHighs({ ...problem, groups: problem.groups!.map(({ id }) => ({ id, bonus: 0 })) });
        expect(bonusCostVnd).toBeLessThanOrEqual(mostSurplus - surplus);
        if (objectiveVnd === optimum) reached += 1;
        if (optimum > 0n) missed.push(Number(optimum - objectiveVnd) / Number(optimum));
      }
      const mean = missed.reduce((sum, one) => sum + one, 0) / missed.length;
      console.info(
        `between: ${ROUNDS} of ${ROUNDS}; at the optimum ${reached}, below it by ${(100 * mean).toFixed(2)}% on average`,
      );
    },
    PATIENCE_MS,
  );

  it('has the same bytes each time', () => {
    const dice = Dice.thrown('the same round twice');
    for (const shape of SHAPE_NAMES) {
      const book = randomBook(dice, shape);
      const again = structuredClone(book);
      expect(roundFileText(book, solved(book))).toBe(roundFileText(again, solved(again)));
    }
  });

  it('says how far it is, in counts that never become less', () => {
    const told: RoundProgress[] = [];
    const book = randomBook(Dice.thrown('progress of a round'), 'several commodities');
    solveRound({ ...book, inclusionBonusVnd: 5000 }, (progress) => told.push(progress));
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['CANDIDATES', 'PRICES', 'LIMITS']);
    told.forEach(({ done, of, progress }, at) => {
      expect(done).toBeLessThanOrEqual(of);
      expect(progress).toBeGreaterThanOrEqual(told[at - 1]?.progress ?? 0);
    });
    expect(told.at(-1)).toMatchObject({ stage: 'LIMITS', done: 45, of: 45 });
  });
});

describe('A bonus', () => {
  it('brings in an organization that would have been left out, and tells what surplus it costs', () => {
    const posting = {
      provinceCode: 'CT',
      commodityCode: 'rice',
      spoilsFast: false,
      variety: null,
      from: '2026-12-01',
      to: '2026-12-31',
      minimumLotKg: 100,
      latitude: 10,
      longitude: 105.8,
    };
    const listing = { ...posting, gradeRank: null, certifications: [], quantityKg: 1000 };
    const book: RoundBook = {
      today: '2026-11-25',
      transportVndPerTonneKm: 0,
      inclusionBonusVnd: 150_000,
      listings: [
        { ...listing, id: 'a', organizationId: 'linked', askVndPerKg: 5000, earnsBonus: false },
        { ...listing, id: 'b', organizationId: 'newcomer', askVndPerKg: 6000, earnsBonus: true },
      ],
      demands: [
        {
          ...posting,
          id: 'c',
          organizationId: 'buyer',
          quantityKg: 1000,
          minimumGradeRank: null,
          requiredCertifications: [],
          maximumVndPerKg: 8000,
          maximumSuppliers: 2,
        },
      ],
    };
    expect(solved(book)).toMatchObject({
      allocations: [
        { listing: 0, demand: 0, quantityKg: 900 },
        { listing: 1, demand: 0, quantityKg: 100 },
      ],
      objectiveVnd: 3_050_000n,
      newlyParticipating: 1,
      bonusCostVnd: 100_000n,
    });
    const without = solved({ ...book, inclusionBonusVnd: 99_999 });
    expect(without).toMatchObject({ objectiveVnd: 3_000_000n, newlyParticipating: 0, bonusCostVnd: 0n });
  });
});
