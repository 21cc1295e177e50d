import { addDays, lastOfMonth, today } from '../app/business-day';
import type { ParticipationSearch } from './search';

/** What the API is asked, from what the address says. */
export function questionOf(search: ParticipationSearch) {
  const { reading = 'ALL', province, kind, commodity, knownAt = null } = search;
  const asOf = search.asOf ?? today();
  const beyondProvinces = { ...(kind && { kinds: [kind] }), ...(commodity && { commodityCodes: [commodity] }) };
  return {
    reading,
    asOf,
    knownAt,
    scope: { ...(province && { provinceCodes: [province] }), ...beyondProvinces },
    /** Of everybody who is asked about but in any province: what the provinces are ranked by. */
    beyondProvinces,
    from: lastOfMonth(asOf, -Number(search.months ?? '24')),
    before: quarterBefore(asOf),
    isThen: knownAt !== null,
    isLive: search.asOf === undefined && knownAt === null,
    isNarrowed: province !== undefined || kind !== undefined || commodity !== undefined,
  };
}

export type Question = ReturnType<typeof questionOf>;

/** The last day of the quarter before the day's own. */
export function quarterBefore(day: string): string {
  const month = Number(day.slice(5, 7));
  return lastOfMonth(day, -(((month - 1) % 3) + 1));
}

/** Days that one may want the figure of: the ends of the months before. */
export const monthEndsBefore = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => lastOfMonth(day, -1 - back));

/** The last instant of a day in Vietnam. */
export const endOf = (day: string): string =>
  new Date(Date.parse(`${addDays(day, 1)}T00:00:00+07:00`) - 1).toISOString();
