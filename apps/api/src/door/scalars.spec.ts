import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { scalars } from './scalars.js';

const { Decimal, Date: Day, DateTime } = scalars;

describe('a Decimal', () => {
  it.each([
    ['0', '0'],
    ['0.001', '0.001'],
    ['1250.500', '1250.5'],
    ['7.000', '7'],
    ['100', '100'],
    ['9999999999.999', '9999999999.999'],
  ])('is taken as %s and kept as %s', (given, kept) => {
    expect(Decimal.parseValue(given)).toBe(kept);
  });

  it.each([
    '',
    '-1',
    '+1',
    '01',
    '1.',
    '.5',
    '1.0001',
    '1e3',
    '1,5',
    ' 1',
    '1\n',
    'NaN',
    '10000000000',
    '١',
    1,
    1.5,
    NaN,
    null,
    {},
    [],
  ])('is never %j', (given) => {
    expect(() => Decimal.parseValue(given)).toThrow(GraphQLError);
  });

  it.each([
    ['1000.000', '1000'],
    ['0.500', '0.5'],
    ['100', '100'],
    [20, '20'],
  ])('leaves the house without trailing zeros: %s as %s', (held, told) => {
    expect(Decimal.serialize(held)).toBe(told);
  });
});

describe('a Date', () => {
  it.each(['2026-11-22', '2024-02-29', '0001-01-01', '9999-12-31'])('is %s', (day) => {
    expect(Day.parseValue(day)).toBe(day);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '0000-01-01',
    '2026-1-1',
    '22-11-2026',
    '2026-11-22T00:00:00Z',
    '2026-11-22 ',
    '+02026-11-22',
    '',
    20261122,
    null,
    {},
  ])('is never %j', (day) => {
    expect(() => Day.parseValue(day)).toThrow(GraphQLError);
  });
});

describe('a DateTime', () => {
  it.each([
    ['2026-11-22T07:30:00.000Z', '2026-11-22T07:30:00.000Z'],
    ['2026-11-22T07:30:00Z', '2026-11-22T07:30:00.000Z'],
    ['2026-11-22T14:30:00+07:00', '2026-11-22T07:30:00.000Z'],
    ['2026-11-22T07:30:00.123456Z', '2026-11-22T07:30:00.123Z'],
  ])('is taken as %s and leaves the house as %s', (given, told) => {
    expect(DateTime.serialize(DateTime.parseValue(given))).toBe(told);
  });

  it.each([
    '2026-11-22',
    '2026-11-22T07:30:00',
    '2026-11-22T07:30Z',
    '2026-02-30T00:00:00Z',
    '2026-11-22T25:00:00Z',
    '2026-11-22T07:30:00+99:00',
    'now',
    '',
    0,
    null,
    {},
  ])('is never %j', (given) => {
    expect(() => DateTime.parseValue(given)).toThrow(GraphQLError);
  });
});
