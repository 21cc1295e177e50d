import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { diceOf, seedOfTest, type Dice } from '../../../../test/support/random-match-world.js';
import type { Anchor } from '../match-sql.js';
import { Book, type Shortlist } from './book.js';
import { Bounds } from './bounds.js';
import { Owners } from './owners.js';
import type { PostingEntry } from './posting-entry.js';
import type { DoubleWeights } from './seeker.js';
import { Numbers, Shelf } from './shelf.js';
import { LEAF } from './tree.js';

const POSTINGS = 4000;
const CHANGES = 2000;
const ASKED = 50;
const SCHEMES = ['VIETGAP', 'GLOBALGAP', 'ORGANIC', 'OCOP'];
const OWNERS = Array.from({ length: 200 }, () => randomUUID());
const COMMODITIES = [
  { code: 'rice', grades: ['1', '2', '3'], perishableDays: null },
  { code: 'berry', grades: ['1', '2', '3'], perishableDays: 2 },
];

/** Where most nodes are never opened: what they hide is found by asking for so many that all are. */
describe('A search that stops early', () => {
  it('finds just the first of what a search through everything finds, also after many changes', () => {
    const seed = seedOfTest();
    const dice = diceOf(seed);
    const book = new Book(COMMODITIES);
    for (const id of OWNERS)
      book.putOwner({ id, included: dice.whole(0, 1) === 1, endedLineCount: 5, kept: dice.whole(0, 50) / 10 });
    const postings = { LISTING: entries(dice), DEMAND: entries(dice) };
    for (const kind of ['LISTING', 'DEMAND'] as const) for (const entry of postings[kind]) book.load(kind, entry);
    book.plant();
    const touched = ask(seed, dice, book, postings);
    expect(touched).toBeLessThan(0.95);
    for (let change = 0; change < CHANGES; change += 1) {
      const kind = dice.of<Anchor>(['LISTING', 'DEMAND']);
      const place = dice.whole(0, POSTINGS - 1);
      book.remove(kind, postings[kind][place]!.id);
      postings[kind][place] = entry(dice);
      book.put(kind, postings[kind][place]);
      const { id } = dice.of(postings[kind]);
      const moved = { ...entry(dice), id };
      postings[kind] = postings[kind].map((other) => (other.id === id ? moved : other));
      book.put(kind, moved);
    }
    ask(seed, dice, book, postings);
    expect([book.listingCount, book.demandCount]).toEqual([POSTINGS, POSTINGS]);
  });
});

/** What a node doesn't know of is hidden from every search that doesn't open it, however few ask for it. */
describe('A node of a tree', () => {
  it('has bounds that hold every row below it, when its tree is made and after many changes', () => {
    const seed = seedOfTest();
    const dice = diceOf(seed);
    const owners = new Owners();
    for (const id of OWNERS)
      owners.put({ id, included: dice.whole(0, 1) === 1, endedLineCount: 5, kept: dice.whole(0, 50) / 10 });
    const names = { owners, commodities: new Numbers(0), varieties: new Numbers(1), schemes: new Numbers(0) };
    const shelf = new Shelf(new Map(COMMODITIES.map((commodity) => [commodity.code, commodity])), names);
    const postings = entries(dice);
    for (const posting of postings) shelf.load(posting);
    shelf.plant();
    expect({ seed, ...rowsBelowRoots(shelf, owners) }).toEqual({ seed, rows: POSTINGS, unheld: 0 });
    for (let change = 0; change < CHANGES; change += 1) {
      const place = dice.whole(0, POSTINGS - 1);
      shelf.remove(postings[place]!.id);
      postings[place] = entry(dice);
      shelf.put(postings[place]);
      shelf.put({ ...entry(dice), id: dice.of(postings).id });
    }
    expect({ seed, ...rowsBelowRoots(shelf, owners) }).toEqual({ seed, rows: POSTINGS, unheld: 0 });
  });
});

/** How many rows the trees have, and how often one isn't within the bounds of a node above it. */
function rowsBelowRoots(shelf: Shelf, owners: Owners): { rows: number; unheld: number } {
  const { rows, bounds, forest } = shelf;
  const copy = new Bounds(rows, owners);
  const size = bounds.at(1);
  let unheld = 0;
  const rowsBelow = (node: number): number[] => {
    const child = forest.child[node]!;
    const leaf = forest.leaf[node]!;
    const below =
      child >= 0
        ? [...rowsBelow(child), ...rowsBelow(child + 1)]
        : Array.from({ length: forest.filled[leaf]! }, (_, place) => leaf * LEAF + place);
    const own = bounds.values.slice(bounds.at(node), bounds.at(node) + size);
    for (const slot of below) {
      copy.values.set(own);
      copy.widen(0, slot);
      if (!isDeepStrictEqual(copy.values.subarray(0, size), own)) unheld += 1;
    }
    return below;
  };
  const count = COMMODITIES.reduce((sum, _, number) => sum + rowsBelow(shelf.rootOf(number)).length, 0);
  return { rows: count, unheld };
}

/** @returns the share of rows that were looked at */
function ask(seed: number, dice: Dice, book: Book, postings: Record<Anchor, PostingEntry[]>): number {
  const looked = { early: 0, all: 0 };
  for (let asked = 0; asked < ASKED; asked += 1) {
    const kind = dice.of<Anchor>(['LISTING', 'DEMAND']);
    const { id } = dice.of(postings[kind]);
    const weights = someWeights(dice);
    const all = book.best(kind, id, weights, 2 * POSTINGS, 2 * POSTINGS)!;
    const most = dice.of([1, 10, 51]);
    const early = book.best(kind, id, weights, most, 100)!;
    expect({ seed, kind, id, best: firstOf(early, most), count: early.totalCount }).toEqual({
      seed,
      kind,
      id,
      best: firstOf(all, most),
      count: Math.min(100, all.totalCount),
    });
    looked.early += early.touched;
    looked.all += all.touched;
  }
  return looked.early / looked.all;
}

const firstOf = ({ candidates }: Shortlist, most: number) =>
  [...candidates]
    .sort((a, b) => b.low - a.low || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id, low }) => `${id} ${low}`);

/** Some criteria count nothing, so that many tie. */
function someWeights(dice: Dice): DoubleWeights {
  const [PRICE, DISTANCE, TIMING, QUALITY, RELIABILITY, INCLUSION] = Array.from({ length: 6 }, () =>
    dice.of([0, 0, 0.1, 0.3]),
  ) as [number, number, number, number, number, number];
  return { PRICE, DISTANCE, TIMING, QUALITY, RELIABILITY, INCLUSION };
}

const entries = (dice: Dice): PostingEntry[] => Array.from({ length: POSTINGS }, () => entry(dice));

function entry(dice: Dice): PostingEntry {
  const firstDay = 20_000 + dice.whole(0, 60);
  return {
    id: randomUUID(),
    ownerId: dice.of(OWNERS),
    commodityCode: dice.of(['rice', 'rice', 'berry']),
    variety: dice.of([null, null, null, 'ST25', 'OM18']),
    grade: dice.of([null, '1', '2', '3']),
    certifications: dice.of([[], [], dice.some(SCHEMES)]),
    remainingG: dice.whole(300, 5000) * 1000,
    minimumLotG: dice.whole(1, 300) * 1000,
    firstDay,
    lastDay: firstDay + dice.whole(0, 40),
    priceVndPerKg: dice.of([null, dice.whole(5000, 15_000), dice.whole(5000, 15_000), dice.whole(5000, 15_000)]),
    latitude: dice.whole(850, 2300) / 100,
    longitude: dice.whole(10_400, 10_900) / 100,
  };
}
