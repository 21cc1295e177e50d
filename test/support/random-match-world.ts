import { normaliseWeights, type Weights } from '@lienket/matching';
import { addDays, addYears, type Day } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import type { ContractRow, LineRow, LinkRow, MatchWorld, OrganizationRow, PostingRow } from './match-world.js';

export interface Dice {
  whole(least: number, most: number): number;
  of<T>(choices: readonly T[]): T;
  some<T>(choices: readonly T[]): T[];
}

/** Another one each time, unless LIENKET_TEST_SEED asks for one again. */
export const seedOfTest = (): number => Number(process.env['LIENKET_TEST_SEED'] ?? Date.now() % 2 ** 31);

/** Numbers that look random and come back with their seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    of: (choices) => choices[whole(0, choices.length - 1)] as (typeof choices)[number],
    some: (choices) => choices.filter(() => next() < 0.4),
  };
}

const CODES = ['w-rice', 'w-berry', 'w-herb'];
const GRADES: Readonly<Record<string, readonly string[]>> = {
  'w-rice': ['A', 'B', 'C'],
  'w-berry': ['1', '2'],
  'w-herb': [],
};
const SCHEMES = ['VIETGAP', 'GLOBALGAP', 'ORGANIC', 'OCOP'];
/** Few places, so that distances repeat; some lie on the edge of rounding. */
const POINTS: readonly (readonly [number, number])[] = [
  [10.075, 106.005],
  [10.775, 106.7],
  [10.78456789, 106.695],
  [16.025, 108.0375],
  [12.24, 109.194999],
  [21.0285, 105.8542],
];
/** Lengths of windows whose shares end in exactly half a millionth come often: n/32 × 0.15. */
const LENGTHS = [1, 2, 7, 8, 16, 30, 32, 64];

/** A small world where few choices repeat, so that every rule is met and broken at its edge, and scores tie. */
export function randomMatchWorld(dice: Dice, today: Day): MatchWorld {
  const organizations = repeat(dice.whole(6, 12), () => randomOrganization(dice, today));
  const ids = organizations.map((organization) => organization.id);
  return {
    provinces: [
      { code: 'w-1', seat_latitude: 10.25, seat_longitude: 105.965 },
      { code: 'w-2', seat_latitude: 13.985, seat_longitude: 108.0049 },
      { code: 'w-3', seat_latitude: 20.865, seat_longitude: 106.68 },
    ],
    commodities: CODES.map((code, index) => ({
      code,
      grades: GRADES[code] ?? [],
      perishable_days: [null, 2, 3][index] ?? null,
    })),
    organizations,
    listings: twins(
      dice,
      repeat(dice.whole(10, 24), () => randomPosting(dice, ids, today, true)),
    ),
    demands: twins(
      dice,
      repeat(dice.whole(8, 16), () => randomPosting(dice, ids, today, false)),
    ),
    contracts: repeat(dice.whole(0, 16), () => randomContract(dice, ids, today)),
    links: ids.flatMap((id) => randomLinks(dice, id, today)),
  };
}

const repeat = <T>(times: number, make: () => T): T[] => Array.from({ length: times }, make);

/** Some are there twice, alike but for their ids. */
const twins = (dice: Dice, postings: PostingRow[]): PostingRow[] =>
  postings.flatMap((posting) => (dice.whole(1, 8) === 1 ? [posting, { ...posting, id: randomUUID() }] : [posting]));

function randomPoint(dice: Dice, nullIn: number): { latitude: number | null; longitude: number | null } {
  if (dice.whole(1, nullIn) > 1) return { latitude: null, longitude: null };
  const [latitude, longitude] = dice.of(POINTS);
  return { latitude, longitude };
}

function randomOrganization(dice: Dice, today: Day): OrganizationRow {
  const active = dice.whole(1, 10) > 1;
  return {
    id: randomUUID(),
    ...randomPoint(dice, 2),
    kind: dice.of(['COOPERATIVE', 'COOPERATIVE_GROUP', 'COOPERATIVE_UNION', 'ENTERPRISE']),
    province_code: dice.of(['w-1', 'w-2', 'w-3']),
    changed_on: addDays(today, dice.of([-30, -1, 0, 0])),
    statuses: active ? [dice.of(['PENDING', 'ACTIVE']), 'ACTIVE'] : ['ACTIVE', dice.of(['SUSPENDED', 'DISSOLVED'])],
  };
}

function randomPosting(dice: Dice, ownerIds: readonly string[], today: Day, isListing: boolean): PostingRow {
  const commodity = dice.of(['w-rice', 'w-rice', 'w-rice', ...CODES]);
  const first = addDays(today, dice.whole(-4, 4) * dice.of([0, 1, 8]));
  const quantity = dice.of([100, 100.005, 250, 999.999, 1000]);
  return {
    id: randomUUID(),
    owner_id: dice.of(ownerIds),
    commodity_code: commodity,
    variety: dice.of(isListing ? [null, 'ST25', 'OM18'] : [null, null, null, null, null, 'ST25']),
    grade: dice.of([null, ...(isListing ? [] : [null]), ...(GRADES[commodity] ?? [])]),
    certifications: isListing ? dice.some(SCHEMES) : dice.some(dice.some(dice.some(SCHEMES))),
    quantity_kg: String(quantity),
    held_kg: dice.of(
      ['0', '0', '0', '0', '0', '0.005', '50', '99.995', String(quantity)].filter((held) => Number(held) <= quantity),
    ),
    minimum_lot_kg: dice.of(['1', '1', '1', '1', '50', '100', '100.005']),
    first_day: first,
    last_day: addDays(first, dice.of(LENGTHS) - 1),
    price: dice.of(isListing ? [null, 1, 7000, 8000, 9000, 10_000] : [null, 1, 8000, 10_000, 12_345]),
    province_code: dice.of(['w-1', 'w-2', 'w-3']),
    ...randomPoint(dice, 4),
    withdrawn_at: dice.whole(1, 12) === 1 ? '2020-01-01T00:00:00Z' : null,
  };
}

function randomContract(dice: Dice, ids: readonly string[], today: Day): ContractRow {
  const endsOn = addDays(dice.of([today, today, addYears(today, -3), addYears(today, -1)]), dice.whole(-2, 2));
  const startsOn = addDays(endsOn, -dice.of([0, 5, 300]));
  const signed = dice.whole(1, 6) > 1;
  const version = dice.whole(1, 2);
  const line = (): LineRow => ({
    version: dice.whole(1, version),
    supplier_id: dice.of(ids),
    quantity_kg: dice.of(['3', '7', '100', '999.999']),
    accepted_kg: dice.of(['0', '1', '2.5', '7', '100', '1098.9']),
  });
  return {
    id: randomUUID(),
    origin: dice.whole(1, 8) === 1 ? 'ATTESTED' : 'SIGNED_HERE',
    status: signed ? 'SIGNED' : 'OFFERED',
    version,
    starts_on: startsOn,
    ends_on: endsOn,
    signed_on: signed ? addDays(startsOn, dice.of([-3, 0, 1])) : null,
    terminated_on: signed && dice.whole(1, 4) === 1 ? addDays(startsOn, dice.whole(-1, 6)) : null,
    lines: repeat(dice.whole(1, 3), line),
  };
}

function randomLinks(dice: Dice, organizationId: string, today: Day): LinkRow[] {
  if (dice.whole(1, 2) === 1) return [];
  const [from, to] = dice.of([
    [-9, 0],
    [-9, 1],
    [0, 1],
    [0, 9],
    [1, 9],
    [-90, 90],
  ] as const);
  const known = dice.of([
    '[2020-01-01T00:00:00Z,)',
    '[2020-01-01T00:00:00Z,)',
    '[2020-01-01T00:00:00Z,2021-01-01T00:00:00Z)',
  ]);
  const valid = `[${addDays(today, from)},${addDays(today, to)})`;
  return [{ organization_id: organizationId, commodity_code: dice.of(['', '', 'w-rice']), valid, known }];
}

/** The default ones, or some with many zeros. */
export function randomWeights(dice: Dice): Weights {
  const given = () => dice.of([0, 0, 0.1, 0.15, 0.2, 0.25, 0.3333, 1, 1e-7]);
  const some = {
    price: given(),
    distance: given(),
    timing: given(),
    quality: given(),
    reliability: given(),
    inclusion: 0.05,
  };
  const weights = normaliseWeights(dice.of([null, null, some]));
  if (!weights.ok) throw new Error('These weights are fine.');
  return weights.value;
}
