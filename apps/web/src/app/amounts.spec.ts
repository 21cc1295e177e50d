import { describe, expect, it } from '@jest/globals';
import { dayText, decimalOf, instantText, numberText, quantityText, typedNumber } from './amounts';

const LANGUAGES = ['vi', 'en'] as const;
const TONNE = { tradeUnit: 'tấn', kgPerTradeUnit: '1000' };

describe('numbers as people write them', () => {
  it.each(LANGUAGES)('are read back as they were written, in %s', (language) => {
    for (const value of [0.001, 0.5, 1, 1.5, 12.345, 999, 1000, 1234.5, 62_000, 1_000_000, 999_999_999.999])
      expect(typedNumber(numberText(value, language), language)).toBe(value);
  });

  it.each([
    ['vi', '1.234,5', 1234.5],
    ['vi', '62.000', 62_000],
    ['vi', '1.5', 1.5],
    ['vi', '1,5', 1.5],
    ['vi', ' 1 000 ', 1000],
    ['vi', '1.50', 1.5],
    ['en', '1,234.5', 1234.5],
    ['en', '1.5', 1.5],
    ['en', '1,5', 1.5],
    ['en', '62,000', 62_000],
  ] as const)('in %s, %s is read', (language, text, value) => {
    expect(typedNumber(text, language)).toBe(value);
  });

  it.each(['', '0', '-5', 'nhiều', '1.2.3', '1,2,3', '1e9', '12 tấn', '٣'])('%j is none above 0', (text) => {
    expect(typedNumber(text, 'vi')).toBeNull();
  });

  it('are sent as decimals of at most three digits after the point', () => {
    expect(decimalOf(0.1 + 0.2)).toBe('0.3');
    expect(decimalOf(20_000)).toBe('20000');
    expect(decimalOf(1.2345)).toBe('1.235');
  });
});

it('quantities are said in the unit of the trade', () => {
  expect(quantityText('20000', TONNE, 'vi')).toBe('20 tấn');
  expect(quantityText('1500', TONNE, 'vi')).toBe('1,5 tấn');
  expect(quantityText('1500', TONNE, 'en')).toBe('1.5 tấn');
});

it('days are calendar days, wherever the phone is', () => {
  expect(dayText('2026-01-02', 'vi')).toBe('02/01/2026');
  expect(dayText('2026-01-02', 'en')).toBe('02 Jan 2026');
});

it.each([
  ['vi', 'vi-VN', '2-digit'],
  ['en', 'en-GB', 'short'],
] as const)('days and instants are written in %s as its people write them', (language, tag, month) => {
  const day = { day: '2-digit', month, year: 'numeric' } as const;
  const days = new Intl.DateTimeFormat(tag, { ...day, timeZone: 'UTC' });
  const zoned = { ...day, hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' } as const;
  const instants = new Intl.DateTimeFormat(tag, zoned);
  // Eleven hours and some minutes on, so that every hour and month comes, and days on both sides of midnight.
  for (let at = Date.UTC(2023, 0, 1); at < Date.UTC(2027, 0, 1); at += 41_234_567) {
    const instant = new Date(at).toISOString();
    expect(instantText(instant, language)).toBe(instants.format(at));
    expect(dayText(instant.slice(0, 10), language)).toBe(days.format(at));
  }
});
