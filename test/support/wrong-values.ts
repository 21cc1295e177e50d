import { isEnumType, isInputObjectType } from 'graphql';
import type { Place } from './places.js';

/** Stands for a number that JSON.stringify can't write. */
export const HUGE = '@@1e400@@';
const MEGABYTE = 'x'.repeat(1_000_000);
const CONTROLS = { NUL: 'a\0b', 'a control character': 'a\u0007b', 'a lone surrogate': 'a\ud800b' };
const NOT_NUMBERS = { NaN: 'NaN', Infinity: 'Infinity', '-Infinity': '-Infinity' };

/** Values that can't be right at a place, by what they are. */
export function wrongValuesAt({ field, type, isList }: Place): Record<string, unknown> {
  if (isInputObjectType(type) && !isList)
    return { 'a text': 'x', 'a number': 1, 'an array': [], 'an unknown field': { nothing: 1 } };
  const strange = { 'an object': { a: 1 }, 'an array of arrays': [[[]]], '1e400': HUGE, '1 MB of text': MEGABYTE };
  if (isInputObjectType(type)) return { ...strange, 'a text': 'x' };
  if (isEnumType(type)) return { ...strange, ...CONTROLS, 'no value of it': 'NOTHING', empty: '', 'a number': 1 };
  const name = field.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  return { ...strange, ...CONTROLS, ...(OF_SCALAR[type.name] ?? {}), ...(OF_NAME[name] ?? {}) };
}

const OF_SCALAR: Readonly<Record<string, Record<string, unknown>>> = {
  ID: { 'a fraction': 1.5, true: true },
  String: { empty: '', 'a number': -1, true: true },
  Int: { ...NOT_NUMBERS, empty: '', 'a number as text': '1', 'a huge number': 1e15, 'a fraction': 1.5 },
  Float: { ...NOT_NUMBERS, empty: '', 'a number as text': '1' },
  Boolean: { empty: '', 'a number': 1, 'a text': 'true' },
  Decimal: {
    ...NOT_NUMBERS,
    empty: '',
    'a number': 1,
    negative: '-1',
    'an exponent': '1e3',
    'four decimals': '1.0001',
    'leading zeros': '01',
    'eleven digits': '10000000000',
    '1e400 as text': '1e400',
    'Arabic digits': '١',
  },
  Date: {
    empty: '',
    'a number': 20261122,
    'no day': '2026-02-30',
    'an instant': '2026-11-22T00:00:00Z',
    'year 0': '0000-01-01',
  },
  DateTime: {
    empty: '',
    'a number': 1,
    'a day': '2026-11-22',
    'no instant': '2026-11-22T25:00:00Z',
    'no offset': '2026-11-22T00:00:00',
  },
};

const quantity = { zero: '0', 'above 10^9': '1000000000.001' };
const price = { zero: '0', 'not whole': '1.5', 'above 10^8': '100000001' };
const coordinate = { 'off the map': -1, 'far off': 1e300 };
const weight = { negative: -0.1, 'above 1': 1.1 };

/** Of the right type, and out of the range that the API gives. */
const OF_NAME: Readonly<Record<string, Record<string, unknown>>> = {
  first: { zero: 0, negative: -1, 'a hundred and one': 101 },
  quantityKg: quantity,
  minimumLotKg: quantity,
  acceptedKg: { 'above 10^9': '1000000000.001' },
  priceVndPerKg: price,
  askPriceVndPerKg: price,
  maximumPriceVndPerKg: price,
  score: { 'above 100': '100.01', 'three decimals': '70.125' },
  latitude: coordinate,
  longitude: coordinate,
  memberCount: { negative: -1, huge: 2_147_483_647 },
  maximumSuppliers: { zero: 0, negative: -1 },
  taxCode: { short: '123', letters: '01234567AB' },
  price: weight,
  distance: weight,
  timing: weight,
  quality: weight,
  reliability: weight,
  inclusion: weight,
};

/** Literals that are no value of a place's type. */
export function wrongLiteralsAt({ type, isList }: Place): string[] {
  if (isInputObjectType(type)) return isList ? ['"x"', '{ nothing: 1 }'] : ['"x"', '1', '[]', '{ nothing: 1 }'];
  if (isEnumType(type)) return ['NOTHING', '"x"', '1', '1e400', '{ a: 1 }'];
  return { ...LITERALS_OF_SCALAR }[type.name] ?? [];
}

const LITERALS_OF_SCALAR: Readonly<Record<string, string[]>> = {
  ID: ['1.5', '1e400', '{ a: 1 }', '[[1]]', 'true', 'NOTHING'],
  String: ['1', '1e400', '{ a: 1 }', '[[1]]', 'true', 'NOTHING'],
  Int: ['1.5', '1e400', '{ a: 1 }', '[[1]]', '"1"', '99999999999', 'NaN'],
  Float: ['1e400', '-1e400', `1${'0'.repeat(400)}`, '{ a: 1 }', '[[1]]', '"1"', 'NaN'],
  Boolean: ['1', '"true"', '{ a: 1 }', 'NOTHING', '1e400'],
  Decimal: ['1', '1.5', '1e400', '"NaN"', '"-1"', '{ a: 1 }', 'Infinity'],
  Date: ['1', '"2026-02-30"', '"x"', '{ a: 1 }', '1e400'],
  DateTime: ['1', '"2026-11-22"', '{ a: 1 }', '1e400'],
};
