import { addDays, type Day } from '@lienket/platform';
import { dayNumber } from './national-days.js';

/** The plan for 2030 (docs/national.md): what scale 1 holds. */
const PLAN_2030 = {
  groups: 140_000,
  cooperatives: 45_000,
  unions: 340,
  unionMembers: 1700,
  buyers: 20_000,
  openListings: 1_000_000,
  openDemands: 200_000,
  contracts: 100_000,
} as const;

const SCALE_LEAST = 0.001;
const SCALE_MOST = 3;
const FIRST_DAY = '2023-01-01';

/** What is made, and on which days. Days are whole numbers, see national-days.ts. */
export interface NationalPlan extends Readonly<Record<keyof typeof PLAN_2030, number>> {
  readonly today: number;
  /** The day on which the register was taken over; contracts begin then. */
  readonly firstDay: number;
}

export function planOf(scale: number, today: Day): NationalPlan {
  if (!(scale >= SCALE_LEAST && scale <= SCALE_MOST))
    throw new RangeError(`The scale is a number from ${SCALE_LEAST} to ${SCALE_MOST}.`);
  if (today < addDays(FIRST_DAY, 365)) throw new RangeError('The data begin in 2023 and need a year of history.');
  const counts = Object.fromEntries(
    Object.entries(PLAN_2030).map(([what, count]) => [what, Math.max(1, Math.round(count * scale))]),
  ) as Record<keyof typeof PLAN_2030, number>;
  return { ...counts, today: dayNumber(today), firstDay: dayNumber(FIRST_DAY) };
}
