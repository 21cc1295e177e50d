import type { Day } from '@lienket/platform';
import type { Dice } from '../demo/demo-dice.js';

const DAY_MS = 86_400_000;
const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const HOUR_MS = 3_600_000;

// Millions of days are written, of a few thousand different ones: as numbers they are added fast, and each is written out once.
const texts = new Map<number, Day>();

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

export function dayText(day: number): Day {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}

export const monthOfDay = (day: number): number => Number(dayText(day).slice(5, 7));

/** Milliseconds since the epoch at so many hours after midnight in Vietnam. */
export const atHour = (day: number, hour: number): number => day * DAY_MS - VIETNAM_OFFSET_MS + hour * HOUR_MS;

/** The day of an instant in Vietnam. */
export const dayOf = (ms: number): number => Math.floor((ms + VIETNAM_OFFSET_MS) / DAY_MS);

/** A time of day at which people work, to the millisecond. */
export const workingTime = (dice: Dice, day: number, fromHour = 8, toHour = 17): number =>
  atHour(day, fromHour) + dice.whole(0, (toHour - fromHour) * HOUR_MS - 1);

/** As PostgreSQL writes a stretch of days: the second is the first day after it. */
export const stretchText = (from: number, until: number | null): string =>
  `[${dayText(from)},${until === null ? '' : dayText(until)})`;
