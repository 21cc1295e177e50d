import { expect, it } from '@jest/globals';
import { bestOf, namedIn, nameThem, rowsOf } from './comparison';
import type { Match } from './documents';

const matchOf = (id: string, price: number, distance: number): Match => ({
  score: 0.5,
  quantityKg: '1000',
  distanceKm: 1,
  distanceIsApproximate: false,
  parts: [
    { criterion: 'DISTANCE', value: distance, weight: 0.2, reason: '' },
    { criterion: 'PRICE', value: price, weight: 0.3, reason: '' },
  ],
  other: {
    id,
    variety: null,
    grade: null,
    remainingKg: '1000',
    from: '2026-11-26',
    to: '2026-12-26',
    priceVndPerKg: null,
    province: { nameVi: 'Đồng Tháp', nameEn: 'Đồng Tháp' },
    organization: { id: `of ${id}`, name: 'HTX', chainRoles: [] },
  },
});

it('the greatest is best, all that are as great are, and where all are alike none is', () => {
  expect(bestOf([0.2, 0.9, 0.5])).toEqual([false, true, false]);
  expect(bestOf([0.9, 0.9, 0.5])).toEqual([true, true, false]);
  expect(bestOf([0.5, 0.5])).toEqual([false, false]);
  expect(bestOf([])).toEqual([]);
});

it('matches are compared by criterion, what counts most first, each with its own best', () => {
  const rows = rowsOf([matchOf('a', 0.1, 0.9), matchOf('b', 0.8, 0.2)]);
  expect(rows.map(({ criterion, cells }) => [criterion, cells.map(({ isBest }) => isBest)])).toEqual([
    ['PRICE', [false, true]],
    ['DISTANCE', [true, false]],
  ]);
});

it('an address names up to three matches in its order, and what no longer fits is left out', () => {
  const all = ['a', 'b', 'c', 'd'].map((id) => matchOf(id, 0, 0));
  const named = (text?: string) => namedIn(text, all).map(({ other }) => other.id);
  expect(named(nameThem(['c', 'a']))).toEqual(['c', 'a']);
  expect(named(nameThem(['d', 'gone', 'a']))).toEqual(['d', 'a']);
  expect(named(nameThem(['a', 'b', 'c', 'd']))).toEqual(['a', 'b', 'c']);
  expect(named()).toEqual([]);
});
