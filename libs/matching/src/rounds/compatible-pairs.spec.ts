import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../../../test/support/dice.js';
import { distanceM } from '../distance.js';
import { brokenRules, type MatchRule } from '../feasibility.js';
import type { DemandSide, ListingSide, Trader } from '../pair.js';
import { pairOf, visitPairs, type CertifiedPair } from './certified-pairs.js';
import { CompatiblePairs } from './compatible-pairs.js';
import type { RoundBook, RoundDemand, RoundListing } from './round.js';

const BOOKS = Number(process.env['LIENKET_ROUNDS'] ?? 40);
const POSTINGS = 12;
const GRADES = ['A', 'B', 'C', 'D'];
const SCHEMES = Array.from({ length: 40 }, (_, place) => `SCHEME ${place}`);
/** All but what the reader of a book sees to. */
const RULES: readonly MatchRule[] = [
  'COMMODITY',
  'VARIETY',
  'GRADE',
  'CERTIFICATION',
  'WINDOW',
  'PRICE',
  'LOT',
  'DISTANCE',
  'SAME_ORGANIZATION',
];

/** Everything lies at the edge of a rule, on either side of it. */
function bookAtTheEdge(dice: Dice): RoundBook {
  const nearly = (value: number) => value + dice.below(3) - 1;
  const day = (number: number) => `2026-12-${String(number).padStart(2, '0')}`;
  const posting = (kind: string, place: number, commodities: readonly string[]) => {
    const commodityCode = dice.pick(commodities);
    return {
      id: `${kind}${String(place).padStart(2, '0')}`,
      organizationId: `organization${dice.below(15)}`,
      provinceCode: 'CT',
      commodityCode,
      spoilsFast: commodityCode === 'fish',
      variety: dice.pick([null, null, 'ST25', 'OM18']),
      quantityKg: nearly(100),
      minimumLotKg: dice.pick([0, 1, nearly(100)]),
      longitude: 105.8,
    };
  };
  return {
    today: '2026-11-25',
    transportVndPerTonneKm: dice.pick([0, 1, 2600, 1e7]),
    inclusionBonusVnd: 0,
    listings: Array.from({ length: POSTINGS }, (_, place): RoundListing => {
      const to = nearly(10);
      return {
        ...posting('listing', place, ['fish', 'fish', 'rice']),
        from: day(dice.pick([1, to])),
        to: day(to),
        latitude: 10.05,
        gradeRank: dice.pick([null, 0, nearly(2), nearly(2)]),
        certifications: SCHEMES.filter(() => dice.next() < 0.97),
        askVndPerKg: nearly(5000),
        earnsBonus: false,
      };
    }),
    demands: Array.from({ length: POSTINGS }, (_, place): RoundDemand => {
      const from = nearly(10);
      return {
        ...posting('demand', place, ['fish', 'fish', 'rice']),
        from: day(from),
        to: day(dice.pick([from, 31])),
        // 299.115 and 300.227 km away.
        latitude: dice.pick([10.05, 12.74, 12.75]),
        minimumGradeRank: dice.pick([null, nearly(2)]),
        requiredCertifications: SCHEMES.filter(() => dice.next() < 0.1),
        maximumVndPerKg: nearly(5000),
        maximumSuppliers: null,
      };
    }),
  };
}

const trader = (id: string): Trader => ({ id, active: true, enterprise: false, location: null });
const gradeOf = (rank: number | null) => (rank === null ? null : GRADES[rank]!);
const sideOf = (its: RoundListing | RoundDemand) => ({
  id: its.id,
  goods: { code: its.commodityCode, grades: GRADES, perishableDays: its.spoilsFast ? 2 : 3 },
  variety: its.variety,
  withdrawn: false,
  remainingG: its.quantityKg * 1000,
  minimumLotG: its.minimumLotKg * 1000,
  location: its,
  provinceSeat: its,
});
const listingSide = (its: RoundListing): ListingSide<Trader> => ({
  ...sideOf(its),
  supplier: trader(its.organizationId),
  grade: gradeOf(its.gradeRank),
  certifications: its.certifications,
  availableFrom: its.from,
  availableTo: its.to,
  askPriceVndPerKg: its.askVndPerKg,
});
const demandSide = (its: RoundDemand): DemandSide => ({
  ...sideOf(its),
  buyer: trader(its.organizationId),
  minimumGrade: gradeOf(its.minimumGradeRank),
  requiredCertifications: its.requiredCertifications,
  deliverFrom: its.from,
  deliverTo: its.to,
  maximumPriceVndPerKg: its.maximumVndPerKg,
});

/** Rounded up, in whole numbers. */
function valueOf({ transportVndPerTonneKm }: RoundBook, listing: RoundListing, demand: RoundDemand): number {
  const way = BigInt(transportVndPerTonneKm) * BigInt(distanceM(listing, demand));
  return demand.maximumVndPerKg - listing.askVndPerKg - Number((way + 999_999n) / 1_000_000n);
}

/** By place in the book, what the solver sees: null where it sees no pair. */
function seenBySolver(pairs: CompatiblePairs, listing: number, demand: number) {
  const [row, column] = [pairs.listingPlaces.indexOf(listing), pairs.demandPlaces.indexOf(demand)];
  const isIn = (place: number, [start, end]: readonly [number, number]) => start <= place && place < end;
  const isTogether = pairs.commodities.some((its) => isIn(row, its.listings) && isIn(column, its.demands));
  const value = isTogether ? pairs.value(row, column) : -Infinity;
  return value === -Infinity ? null : { value, lotKg: pairs.lot(row, column) };
}

describe('Whether a pair fits', () => {
  it(`is the same for the round, for its check and for every match, at the edges of all rules, in ${BOOKS} books`, () => {
    const dice = Dice.thrown('pairs at the edge');
    const brokenAlone = new Map<MatchRule, number>();
    let fitting = 0;
    for (let round = 0; round < BOOKS; round += 1) {
      const book = bookAtTheEdge(dice);
      const pairs = new CompatiblePairs(book);
      const visited = new Map<string, CertifiedPair>();
      visitPairs(book, (pair, listing, demand) => visited.set(`${listing} ${demand}`, pair));
      const judged = book.listings.flatMap((listing, place) =>
        book.demands.map((demand, other) => {
          const broken = brokenRules(listingSide(listing), demandSide(demand), book.today);
          if (broken.length === 1) brokenAlone.set(broken[0]!, (brokenAlone.get(broken[0]!) ?? 0) + 1);
          if (broken.length === 0) fitting += 1;
          const lotKg = Math.max(1, listing.minimumLotKg, demand.minimumLotKg);
          const expected = broken.length > 0 ? null : { value: valueOf(book, listing, demand), lotKg };
          return {
            pair: { listing, demand, broken },
            expected,
            seen: seenBySolver(pairs, place, other),
            certified: pairOf(book, place, other),
            visited: visited.get(`${place} ${other}`) ?? null,
          };
        }),
      );
      const differing = judged.filter(
        ({ expected, ...found }) =>
          ![found.seen, found.certified, found.visited].every((its) => isDeepStrictEqual(its, expected)),
      );
      expect(differing).toEqual([]);
    }
    console.info(`${fitting} fit; broken alone: ${[...brokenAlone].map((rule) => rule.join(' ')).join(', ')}`);
    expect(fitting).toBeGreaterThan(BOOKS);
    for (const rule of RULES) expect({ rule, isMet: brokenAlone.has(rule) }).toEqual({ rule, isMet: true });
  });
});
