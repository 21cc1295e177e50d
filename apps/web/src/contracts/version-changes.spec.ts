import { expect, it } from '@jest/globals';
import type { ContractVersion } from './documents';
import { changesBetween } from './version-changes';

const commodity = { code: 'durian', nameVi: 'Sầu riêng', nameEn: 'Durian', tradeUnit: 'tấn', kgPerTradeUnit: '1000' };
const line = { id: '1', quantityKg: '20000', priceVndPerKg: '62000', commodity };
const first: ContractVersion = {
  version: 1,
  at: '2026-11-26T00:00:00.000Z',
  startsOn: '2026-12-01',
  endsOn: '2026-12-31',
  terms: null,
  offeredBy: { id: '1', name: 'HTX' },
  lines: [line],
};

it('a counter-offer says what it changes, from what to what', () => {
  const second = {
    ...first,
    version: 2,
    endsOn: '2027-01-15',
    terms: 'Giao tại kho.',
    lines: [{ ...line, id: '2', quantityKg: '15500', priceVndPerKg: '60000' }],
  };
  expect(changesBetween(first, second, 'vi')).toEqual([
    { part: 'quantity', of: null, before: '20 tấn', after: '15,5 tấn' },
    { part: 'price', of: null, before: '62.000', after: '60.000' },
    { part: 'to', of: null, before: '31/12/2026', after: '15/01/2027' },
    { part: 'terms', of: null, before: '', after: 'Giao tại kho.' },
  ]);
});

it('the same offer again changes nothing, and of several lines the changed one is named', () => {
  expect(changesBetween(first, { ...first, version: 2 }, 'vi')).toEqual([]);
  const two = { ...first, lines: [line, { ...line, id: '3' }] };
  const cheaper = { ...two, lines: [line, { ...line, id: '4', priceVndPerKg: '1' }] };
  expect(changesBetween(two, cheaper, 'en')).toEqual([{ part: 'price', of: 'Durian', before: '62,000', after: '1' }]);
  expect(changesBetween(two, first, 'en')).toEqual([{ part: 'lines', of: null, before: '2', after: '1' }]);
});
