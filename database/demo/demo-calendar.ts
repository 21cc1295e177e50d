import { addDays, addYears, startOfDay, type Day } from '@lienket/platform';

/** What became known in these days became known to participation at one instant, their last evening. */
export interface HistoryStep {
  readonly from: Day;
  readonly to: Day;
  readonly knownAt: Date;
}

/** Three years of history that end with yesterday: today belongs to the people who use the demo. */
export interface DemoCalendar {
  readonly today: Day;
  readonly yesterday: Day;
  /** The day on which the register and the first paper contracts were taken over: the first step. */
  readonly takeOver: Day;
  readonly steps: readonly HistoryStep[];
}

const YEARS = 3;
const KNOWN_AT_MINUTE = 18 * 60;
const DAY_MS = 86_400_000;

export function calendarOf(today: Day): DemoCalendar {
  const yesterday = addDays(today, -1);
  const firstMonth = `${addYears(today, -YEARS).slice(0, 7)}-01`;
  const takeOver = addDays(firstMonth, -1);
  const steps = [stepOf(takeOver, takeOver)];
  for (let from = firstMonth; from <= yesterday;) {
    const nextMonth = `${addDays(from, 31).slice(0, 7)}-01`;
    const to = addDays(nextMonth, -1);
    steps.push(stepOf(from, to < yesterday ? to : yesterday));
    from = nextMonth;
  }
  return { today, yesterday, takeOver, steps };
}

const stepOf = (from: Day, to: Day): HistoryStep => ({ from, to, knownAt: instantOn(to, KNOWN_AT_MINUTE) });

/** So many minutes after midnight in Vietnam. */
export const instantOn = (day: Day, minute: number): Date => new Date(startOfDay(day).getTime() + minute * 60_000);

export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const monthOf = (day: Day): number => Number(day.slice(5, 7));
