import { clockInVietnam } from './business-day';
import type { Language } from './language';

const TAGS = { vi: 'vi-VN', en: 'en-GB' };

/** A formatter is dear to make, and a page of figures writes hundreds of numbers: one for each language, when it is first needed. */
function kept<Formatter>(make: (tag: string) => Formatter): (language: Language) => Formatter {
  const made: { vi?: Formatter; en?: Formatter } = {};
  return (language) => (made[language] ??= make(TAGS[language]));
}

const decimals = (minimumFractionDigits: number, maximumFractionDigits: number) =>
  kept((tag) => new Intl.NumberFormat(tag, { minimumFractionDigits, maximumFractionDigits }));
const thousandths = decimals(0, 3);
const upToTenths = decimals(0, 1);
const tenths = decimals(1, 1);

const times = kept((tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' }));

/** As British English has them. The first formatter of dates takes a slow phone 80 ms to make, and every page shows a day. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** 1.234,5 in Vietnamese, 1,234.5 in English; at most three decimals. */
export const numberText = (value: number, language: Language): string => thousandths(language).format(value);

/** 20 tấn, from kilograms and the unit that people say. */
export const quantityText = (kg: string, unit: TradeUnit, language: Language): string =>
  `${numberText(Number(kg) / Number(unit.kgPerTradeUnit), language)} ${unit.tradeUnit}`;

export interface TradeUnit {
  /** Kilograms, a decimal. */
  readonly kgPerTradeUnit: string;
  readonly tradeUnit: string;
}

const GROUPED = { vi: /^\d{1,3}(\.\d{3})+(,\d+)?$/, en: /^\d{1,3}(,\d{3})+(\.\d+)?$/ };

/**
 * What somebody typed: 1.234,5 in Vietnamese, 1,234.5 in English. A point or comma that parts no thousands is the decimal one, so
 * that 1.5 is one and a half in both. Null where it is no number above 0.
 */
export function typedNumber(text: string, language: Language): number | null {
  const tight = text.replaceAll(/\s/g, '');
  const plain = (GROUPED[language].test(tight) ? tight.replaceAll(language === 'vi' ? '.' : ',', '') : tight).replace(
    ',',
    '.',
  );
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return value > 0 ? value : null;
}

/** A decimal of the API: at most three decimals, no zeros at the end. */
export const decimalOf = (value: number): string => String(Math.round(value * 1000) / 1000);

/** 25/11/2026 in Vietnamese, 25 Nov 2026 in English; a calendar day. */
export function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split('-');
  return language === 'vi' ? `${date}/${month}/${year}` : `${date} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** 14:32, where the person is. */
export const timeText = (instant: number, language: Language): string => times(language).format(new Date(instant));

/** 41,8%; always one decimal, so that what changes keeps its width. */
export const percentText = (share: number, language: Language): string => `${tenthsText(share * 100, language)}%`;

/** 50%, of a share that is told as a round one: a target, a bound. */
export const shareText = (share: number, language: Language): string => `${roundText(share * 100, language)}%`;

/** 8 or 8,2: no decimal that says nothing. */
export const roundText = (value: number, language: Language): string => upToTenths(language).format(value);

/** Points between two shares of 0..1: 8,2. */
export const pointsText = (difference: number, language: Language): string =>
  tenthsText(Math.abs(difference) * 100, language);

/** +1,2 or −0,6, and 0,0 where a tenth of a point shows nothing. */
export function signedPointsText(difference: number, language: Language): string {
  const sign = Math.abs(difference) < 0.0005 ? '' : difference > 0 ? '+' : '−';
  return sign + pointsText(difference, language);
}

const tenthsText = (value: number, language: Language): string => tenths(language).format(value);

/** 14:32 25/11/2026 in Vietnamese, 25 Nov 2026, 14:32 in English; in Vietnam, as all days of the API are. */
export function instantText(instant: string, language: Language): string {
  const clock = clockInVietnam(instant);
  const time = clock.slice(11, 16);
  const day = dayText(clock.slice(0, 10), language);
  return language === 'vi' ? `${time} ${day}` : `${day}, ${time}`;
}
