import type { RoundBook, RoundDemand, RoundListing } from '@lienket/matching';
import type { Dice } from './dice.js';

interface BookRange {
  readonly listingCount: number;
  readonly demandCount: number;
  readonly commodities: readonly string[];
  readonly organizationCount: number;
  readonly quantityKg: () => number;
  readonly lotKg: () => number;
  readonly vndPerKg: () => number;
  readonly suppliers: () => number | null;
  readonly transportVndPerTonneKm: number;
  readonly inclusionBonusVnd: number;
  /** 0..1: how much of what a demand may ask for it asks for. */
  readonly demanding: number;
}

type Shape = (dice: Dice) => RoundBook;

const TODAY = '2026-11-25';
const SCHEMES = ['VIETGAP', 'OCOP', 'ORGANIC'];
const VARIETIES = ['ST25', 'OM18'];
const GRADES = 3;
/** What keeps two days or less. */
const SPOILING = 'fish';

/** What a round can stumble over: nothing at all, one of each, nobody who fits, ties, windows, lots, limits, the bonus, great numbers. */
export const BOOK_SHAPES: Readonly<Record<string, Shape>> = {
  empty: (dice) => bookOf(dice, { ...ordinary(dice), listingCount: 0, demandCount: 0 }),
  'without a listing': (dice) => bookOf(dice, { ...ordinary(dice), listingCount: 0 }),
  'one of each': (dice) => bookOf(dice, { ...ordinary(dice), listingCount: 1, demandCount: 1, demanding: 0 }),
  'no pair that fits': (dice) => withoutFit(bookOf(dice, ordinary(dice))),
  ordinary: (dice) => bookOf(dice, ordinary(dice)),
  'demands that ask for much': (dice) => bookOf(dice, { ...ordinary(dice), demanding: 0.7 }),
  'several commodities': (dice) =>
    bookOf(dice, { ...ordinary(dice), listingCount: 30, demandCount: 15, commodities: ['rice', 'tea', SPOILING] }),
  'what spoils': (dice) => bookOf(dice, { ...ordinary(dice), commodities: [SPOILING] }),
  ties: (dice) =>
    bookOf(dice, {
      ...ordinary(dice),
      transportVndPerTonneKm: 0,
      vndPerKg: () => dice.pick([5000, 6000]),
      quantityKg: () => dice.pick([100, 200]),
      lotKg: () => dice.pick([1, 100]),
    }),
  'neither lots nor limits': (dice) => bookOf(dice, { ...ordinary(dice), lotKg: () => 1, suppliers: () => null }),
  'lots and limits': (dice) =>
    bookOf(dice, {
      ...ordinary(dice),
      demanding: 0,
      lotKg: () => 1 + dice.below(300),
      suppliers: () => 1 + dice.below(2),
    }),
  'a bonus': (dice) => bookOf(dice, { ...ordinary(dice), inclusionBonusVnd: 1 + dice.below(300_000) }),
  'a small bonus': (dice) => bookOf(dice, { ...ordinary(dice), inclusionBonusVnd: 1 + dice.below(4000) }),
  'a great bonus': (dice) => bookOf(dice, { ...ordinary(dice), inclusionBonusVnd: 1e12 + dice.below(1000) }),
  'a bonus for what costs more than it earns': (dice) =>
    bookOf(dice, {
      ...ordinary(dice),
      demanding: 0,
      vndPerKg: () => 1000 + dice.below(3),
      transportVndPerTonneKm: 3000,
      inclusionBonusVnd: 100_000 + dice.below(1_000_000),
    }),
  'great numbers': (dice) =>
    bookOf(dice, {
      ...ordinary(dice),
      quantityKg: () => 1 + dice.below(1e7) * 1e5 + dice.below(1e5),
      lotKg: () => 1,
      suppliers: () => null,
      vndPerKg: () => dice.below(1e9),
    }),
};

export const randomBook = (dice: Dice, shape = dice.pick(Object.keys(BOOK_SHAPES))): RoundBook =>
  BOOK_SHAPES[shape]!(dice);

const ordinary = (dice: Dice): BookRange => ({
  listingCount: 1 + dice.below(14),
  demandCount: 1 + dice.below(8),
  commodities: ['rice'],
  organizationCount: 2 + dice.below(12),
  quantityKg: () => 1 + dice.below(500),
  lotKg: () => dice.pick([0, 1, 1, 1 + dice.below(80)]),
  vndPerKg: () => 4000 + dice.below(4000),
  suppliers: () => dice.pick([null, 1, 2, 1 + dice.below(5)]),
  transportVndPerTonneKm: dice.pick([0, 1000, 2600]),
  inclusionBonusVnd: dice.pick([0, 0, dice.below(100_000)]),
  demanding: 0.2,
});

function bookOf(dice: Dice, range: BookRange): RoundBook {
  const earnsBonus = Array.from({ length: range.organizationCount }, () => dice.next() < 0.6);
  const orNull = <Value>(share: number, value: Value): Value | null => (dice.next() < share ? value : null);
  const some = (share: number) => SCHEMES.filter(() => dice.next() < share);
  const posting = (kind: string, place: number) => {
    const commodityCode = dice.pick(range.commodities);
    const from = 1 + dice.below(24);
    return {
      id: `${kind}${String(place).padStart(4, '0')}`,
      provinceCode: 'CT',
      commodityCode,
      spoilsFast: commodityCode === SPOILING,
      from: `2026-12-${String(from).padStart(2, '0')}`,
      to: `2026-12-${String(Math.min(31, from + dice.below(20))).padStart(2, '0')}`,
      quantityKg: range.quantityKg(),
      minimumLotKg: range.lotKg(),
      latitude: (900 + dice.below(500)) / 100,
      longitude: (10_500 + dice.below(300)) / 100,
    };
  };
  const listings = Array.from({ length: range.listingCount }, (_, place): RoundListing => {
    const organization = dice.below(range.organizationCount);
    return {
      ...posting('listing', place),
      organizationId: `organization${organization}`,
      earnsBonus: earnsBonus[organization]!,
      variety: orNull(0.6, dice.pick(VARIETIES)),
      gradeRank: orNull(0.8, dice.below(GRADES)),
      certifications: some(0.6),
      askVndPerKg: range.vndPerKg(),
    };
  });
  const demands = Array.from({ length: range.demandCount }, (_, place): RoundDemand => {
    const own = posting('demand', place);
    return {
      ...own,
      // Some buy from others and sell themselves.
      organizationId: `organization${dice.below(3 * range.organizationCount)}`,
      variety: orNull(range.demanding, dice.pick(VARIETIES)),
      minimumGradeRank: orNull(range.demanding, dice.below(GRADES)),
      requiredCertifications: some(range.demanding / 2),
      maximumVndPerKg: range.vndPerKg() + dice.below(2000),
      maximumSuppliers: range.suppliers(),
    };
  });
  const { transportVndPerTonneKm, inclusionBonusVnd } = range;
  return { today: TODAY, transportVndPerTonneKm, inclusionBonusVnd, listings, demands };
}

const withoutFit = (book: RoundBook): RoundBook => ({
  ...book,
  demands: book.demands.map((demand) => ({ ...demand, requiredCertifications: ['NOBODY HAS IT'] })),
});
