const AHEAD_MS = 7 * 3_600_000;

/** What clocks in Vietnam show, wherever the phone is, as YYYY-MM-DDThh:mm…: they are seven hours ahead of UTC all the year. */
export const clockInVietnam = (instant: number | string): string =>
  new Date(new Date(instant).getTime() + AHEAD_MS).toISOString();

/** The day in Vietnam: all days of the API are days there. */
export const dayOf = (instant: number | string): string => clockInVietnam(instant).slice(0, 10);

export const today = (): string => dayOf(Date.now());

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The last day of the month that lies `months` after the day's own. */
export function lastOfMonth(day: string, months = 0): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

export const firstOfMonth = (day: string, months = 0): string => `${lastOfMonth(day, months).slice(0, 8)}01`;
