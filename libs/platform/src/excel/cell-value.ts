import { meant, textOfXml } from './cell-text.js';
import { UnreadableBook } from './unreadable-book.js';

/** What the cells of a book refer to. */
export interface BookBackground {
  readonly strings: readonly string[];
  /** By the number of a style: whether it shows a number as a day. */
  readonly isDay: readonly boolean[];
}

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** 9999-12-31, the last day that Excel knows. */
const LAST_DAY = 2_958_465;

/** A cell as a person would write it down: a day as 2026-01-31, a number with a point, a truth as 1 or 0, a mistake (#REF!) by its name. */
export function cellValue(
  { t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>,
  raw: string,
  { strings, isDay }: BookBackground,
): string {
  if (type === 's') {
    const text = /^\d+$/.test(raw) ? strings[Number(raw)] : undefined;
    if (text === undefined) throw new UnreadableBook('NO_BOOK');
    return text;
  }
  if (type === 'inlineStr' || type === 'str') return written(raw);
  if (type === 'd') return raw.slice(0, 10);
  const value = Number(raw);
  if (type !== 'n' || raw === '' || !Number.isFinite(value)) return raw;
  return isDay[Number(style)] === true && value >= 0 && value <= LAST_DAY
    ? new Date(EPOCH_MS + Math.floor(value) * DAY_MS).toISOString().slice(0, 10)
    : String(value);
}

/** A text as it was before it was written into a book. */
export const written = (xml: string): string => meant(textOfXml(xml));

/** The column of a place like AB12, from 0; null where it is none. */
export function columnOf(place: string): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place)?.[1];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Whether a number format, of Excel's own or the book's, shows days; in brackets stand colours, in quotes texts. */
export const showsDays = (id: number, code: string | undefined): boolean =>
  code === undefined
    ? DAY_FORMATS.has(id)
    : /[dy]/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '')) && code !== 'General';
