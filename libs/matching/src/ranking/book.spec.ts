import { addDays, type Day } from '@lienket/platform';
import { describe, expect, it } from '@jest/globals';
import { demandsOf, listingsOf } from '../../../../test/support/match-sides.js';
import type { MatchWorld, PostingRow } from '../../../../test/support/match-world.js';
import {
  diceOf,
  randomMatchWorld,
  randomWeights,
  seedOfTest,
  type Dice,
} from '../../../../test/support/random-match-world.js';
import { brokenRules, placeOfDemand, placeOfListing } from '../feasibility.js';
import { toNumber } from '../fraction.js';
import type { Anchor } from '../match-sql.js';
import type { DemandSide, ListingSide } from '../pair.js';
import { criterionValues, factsOf, scoreOf } from '../score.js';
import { CRITERIA, type Weights } from '../weights.js';
import { Book } from './book.js';
import type { PostingEntry } from './posting-entry.js';
import type { DoubleWeights } from './seeker.js';

/** `npm run prove:ranking` asks for many more. */
const SMALL_WORLDS = Number(process.env['LIENKET_WORLDS'] ?? 20);
const BIG_WORLDS = Math.ceil(SMALL_WORLDS / 50);
const ANCHORS_OF_A_WORLD = 8;
const COUNT_MOST = 40;
const TODAY = '2026-11-22';

type Side =
  { readonly kind: 'LISTING'; readonly side: ListingSide } | { readonly kind: 'DEMAND'; readonly side: DemandSide };
/** Where the book is given something else than what holds. */
type Fault = (book: Book, sides: Side[], dice: Dice) => void;

describe('The book in memory and the pure rules', () => {
  const seed = seedOfTest();

  it('agree on who fits, how well, in which order and how many, on random worlds that change', () => {
    const seen = { anchors: 0, matches: 0, doubtful: 0 };
    for (let number = 0; number < SMALL_WORLDS; number += 1) live(seed + number, 1, seen);
    for (let number = 0; number < BIG_WORLDS; number += 1) live(seed + number, 40, seen);
    // Few are doubtful: so many worlds may have none.
    for (let number = SMALL_WORLDS; seen.doubtful === 0 && number < 50 * SMALL_WORLDS; number += 1)
      live(seed + number, 1, seen);
    console.info(`${SMALL_WORLDS + BIG_WORLDS} worlds and more from seed ${seed}: ${JSON.stringify(seen)}`);
    expect(seen.matches).toBeGreaterThan(5 * SMALL_WORLDS);
    expect(seen.doubtful).toBeGreaterThan(0);
  }, 3_600_000);

  it.each<{ name: string; fault: Fault }>([
    {
      name: 'a listing that is sold but still in the book',
      fault: (book, sides) => {
        const sold = sides.find(({ kind, side }) => kind === 'LISTING' && side.remainingG === 0)!;
        book.put('LISTING', { ...entryOf(sold), remainingG: 1e6, minimumLotG: 1 });
      },
    },
    {
      name: 'a listing that the book never heard of',
      fault: (book, sides, dice) => {
        for (const { kind, side } of sides) if (dice.whole(1, 3) === 1) book.remove(kind, side.id);
      },
    },
  ])('would disagree over $name', ({ fault }) => {
    expect(() => {
      for (let number = 0; number < 40; number += 1)
        live(seed + number, 1, { anchors: 0, matches: 0, doubtful: 0 }, fault);
    }).toThrow();
  });
});

/** A world is loaded, and then goes on: postings come, go, and change, suppliers change, a day passes. */
function live(seed: number, size: number, seen: { anchors: number; matches: number; doubtful: number }, fault?: Fault) {
  const dice = diceOf(seed);
  const world = joined(Array.from({ length: size }, () => randomMatchWorld(dice, TODAY)));
  let now: MatchWorld = { ...world, listings: half(dice, world.listings), demands: half(dice, world.demands) };
  let book = bookOf(now, TODAY);
  compare(seed, dice, book, now, TODAY, seen);
  for (let step = 0; step < 3; step += 1) {
    now = changed(dice, now, world);
    for (const it of sidesOf(now, TODAY)) tell(book, it, TODAY);
    fault?.(book, sidesOf(now, TODAY), dice);
    compare(seed, dice, book, now, TODAY, seen);
  }
  const tomorrow = addDays(TODAY, 1);
  book = bookOf(now, tomorrow);
  compare(seed, dice, book, now, tomorrow, seen);
}

const joined = (worlds: readonly MatchWorld[]): MatchWorld => ({
  ...worlds[0]!,
  organizations: worlds.flatMap((world) => world.organizations),
  listings: worlds.flatMap((world) => world.listings),
  demands: worlds.flatMap((world) => world.demands),
  contracts: worlds.flatMap((world) => world.contracts),
  links: worlds.flatMap((world) => world.links),
});

const half = (dice: Dice, rows: readonly PostingRow[]) => rows.filter(() => dice.whole(1, 2) === 1);

function changed(dice: Dice, now: MatchWorld, world: MatchWorld): MatchWorld {
  const move = (before: readonly PostingRow[], all: readonly PostingRow[]): PostingRow[] => {
    const known = new Set(before.map(({ id }) => id));
    const come = all.filter(({ id }) => !known.has(id) && dice.whole(1, 3) === 1);
    return [
      ...before.map((row) => (dice.whole(1, 4) === 1 ? { ...row, ...dice.of(CHANGES)(row, dice.of(all)) } : row)),
      ...come,
    ];
  };
  return {
    ...now,
    listings: move(now.listings, world.listings),
    demands: move(now.demands, world.demands),
    contracts: now.contracts.filter(() => dice.whole(1, 8) > 1),
    links: now.links.filter(() => dice.whole(1, 8) > 1),
    organizations: now.organizations.map((row) =>
      dice.whole(1, 8) === 1 ? { ...row, latitude: null, longitude: null, statuses: ['ACTIVE', 'ACTIVE'] } : row,
    ),
  };
}

const CHANGES: readonly ((row: PostingRow, other: PostingRow) => Partial<PostingRow>)[] = [
  () => ({ withdrawn_at: '2026-11-22T00:00:00Z' }),
  ({ quantity_kg }) => ({ held_kg: quantity_kg }),
  () => ({ held_kg: '0' }),
  (_, { price }) => ({ price }),
  (_, { latitude, longitude, province_code }) => ({ latitude, longitude, province_code }),
  (_, { first_day, last_day }) => ({ first_day, last_day }),
  (_, { commodity_code, grade, certifications, variety }) => ({ commodity_code, grade, certifications, variety }),
];

const sidesOf = (world: MatchWorld, today: Day): Side[] => [
  ...listingsOf(world, today).map((side) => ({ kind: 'LISTING' as const, side })),
  ...demandsOf(world, today).map((side) => ({ kind: 'DEMAND' as const, side })),
];

function bookOf(world: MatchWorld, today: Day): Book {
  const book = new Book(
    world.commodities.map(({ code, grades, perishable_days: perishableDays }) => ({ code, grades, perishableDays })),
  );
  for (const it of sidesOf(world, today)) {
    tellOwner(book, it);
    if (isOpen(it, today)) book.load(it.kind, entryOf(it));
  }
  book.plant();
  return book;
}

function tell(book: Book, it: Side, today: Day): void {
  tellOwner(book, it);
  if (isOpen(it, today)) book.put(it.kind, entryOf(it));
  else book.remove(it.kind, it.side.id);
}

function tellOwner(book: Book, { kind, side }: Side): void {
  if (kind === 'DEMAND') return;
  const { id, enterprise, linked } = side.supplier;
  const { kept, endedLineCount } = factsOf(side, DEMAND_OF_NOBODY);
  book.putOwner({ id, included: !enterprise && !linked, endedLineCount, kept: toNumber(kept) });
}

/** Its other half matters to no fact of a supplier. */
const DEMAND_OF_NOBODY = {
  deliverFrom: TODAY,
  deliverTo: TODAY,
  minimumGrade: null,
  requiredCertifications: [],
  location: null,
  buyer: { location: null },
  provinceSeat: { latitude: 10, longitude: 106 },
} as unknown as DemandSide;

const ownerOf = ({ kind, side }: Side) => (kind === 'LISTING' ? side.supplier : side.buyer);
const lastDayOf = ({ kind, side }: Side): Day => (kind === 'LISTING' ? side.availableTo : side.deliverTo);
const isOpen = (it: Side, today: Day): boolean =>
  !it.side.withdrawn && it.side.remainingG > 0 && lastDayOf(it) >= today && ownerOf(it).active;

function entryOf(it: Side): PostingEntry {
  const { id, goods, variety, remainingG, minimumLotG } = it.side;
  const rest = { id, ownerId: ownerOf(it).id, commodityCode: goods.code, variety, remainingG, minimumLotG };
  const day = (text: Day) => Date.parse(text) / 86_400_000;
  if (it.kind === 'LISTING') {
    const { grade, certifications, availableFrom, availableTo, askPriceVndPerKg: priceVndPerKg } = it.side;
    const days = { firstDay: day(availableFrom), lastDay: day(availableTo) };
    return { ...rest, grade, certifications, ...days, priceVndPerKg, ...placeOfListing(it.side) };
  }
  const { minimumGrade: grade, requiredCertifications: certifications } = it.side;
  const days = { firstDay: day(it.side.deliverFrom), lastDay: day(it.side.deliverTo) };
  const priceVndPerKg = it.side.maximumPriceVndPerKg;
  return { ...rest, grade, certifications, ...days, priceVndPerKg, ...placeOfDemand(it.side) };
}

function compare(
  seed: number,
  dice: Dice,
  book: Book,
  world: MatchWorld,
  today: Day,
  seen: { anchors: number; matches: number; doubtful: number },
): void {
  const weights = randomWeights(dice);
  const doubles = Object.fromEntries(
    CRITERIA.map((name) => [name, toNumber(weights[name])]),
  ) as unknown as DoubleWeights;
  const [listings, demands] = [listingsOf(world, today), demandsOf(world, today)];
  for (let anchors = 0; anchors < ANCHORS_OF_A_WORLD; anchors += 1) {
    const anchor = dice.of<Anchor>(['LISTING', 'DEMAND']);
    const { id } = dice.of<ListingSide | DemandSide | undefined>(anchor === 'LISTING' ? listings : demands) ?? {
      id: '',
    };
    if (id === '') continue;
    const expected = ranked(anchor, id, listings, demands, weights, today);
    const most = dice.of([1, 3, 10, 50]);
    const found = book.best(anchor, id, doubles, most, COUNT_MOST);
    const scoreById = new Map(expected.map(({ id: other, score }) => [other, Math.round(score * 1e6)]));
    const candidates = (found?.candidates ?? []).map((it) => ({ ...it, score: scoreById.get(it.id) ?? NaN }));
    const surely = candidates.filter(({ low, high }) => low === high);
    const best = candidates.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);
    expect({ seed, anchor, id, best: best.map((it) => [it.id, it.score]), count: found?.totalCount ?? 0 }).toEqual({
      seed,
      anchor,
      id,
      best: expected.slice(0, most).map((it) => [it.id, Math.round(it.score * 1e6)]),
      count: Math.min(COUNT_MOST, expected.length),
    });
    // What is wrong on purpose may be among them with a score of its own.
    for (const { low, high, score } of candidates) expect(low <= score && score <= high).toBe(true);
    expect(surely.length).toBeLessThanOrEqual(most + candidates.length - surely.length);
    seen.anchors += 1;
    seen.matches += expected.length;
    seen.doubtful += candidates.length - surely.length;
  }
}

function ranked(
  anchor: Anchor,
  id: string,
  listings: readonly ListingSide[],
  demands: readonly DemandSide[],
  weights: Weights,
  today: Day,
) {
  const pairs =
    anchor === 'LISTING'
      ? demands.map((demand) => ({ listing: listings.find((listing) => listing.id === id)!, demand, other: demand.id }))
      : listings.map((listing) => ({
          listing,
          demand: demands.find((demand) => demand.id === id)!,
          other: listing.id,
        }));
  return pairs
    .filter(({ listing, demand }) => brokenRules(listing, demand, today).length === 0)
    .map(({ listing, demand, other }) => ({
      id: other,
      score: scoreOf(criterionValues(factsOf(listing, demand)), weights),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
