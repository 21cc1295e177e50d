import { Injectable } from '@nestjs/common';

/** A calendar day in Asia/Ho_Chi_Minh, as YYYY-MM-DD; days compare as strings do. */
export type Day = string;

/** Where "now" comes from; tests put their own in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  today(): Day {
    return businessDay(this.now());
  }
}

const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The calendar day of an instant in Vietnam, which has had UTC+7 without daylight saving since 1975. */
export const businessDay = (instant: Date): Day =>
  new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);

/** The first instant of a day in Vietnam. */
export const startOfDay = (day: Day): Date => new Date(Date.parse(`${day}T00:00:00Z`) - VIETNAM_OFFSET_MS);

/** Far enough for every contract, near enough for every calendar that reckons with it. */
export const LAST_DAY: Day = '9899-12-31';

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The same day so many years later; 29 February becomes 28 February where there is none. */
export function addYears(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const moved = `${year}${day.slice(4)}`;
  const exists = new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) === moved;
  return exists ? moved : `${year}-02-28`;
}

export const earliest = (...days: Day[]): Day => days.reduce((a, b) => (b < a ? b : a));
export const latest = (...days: Day[]): Day => days.reduce((a, b) => (b > a ? b : a));
