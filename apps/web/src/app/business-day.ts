const IN_VIETNAM = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The day in Vietnam, wherever the phone is: all days of the API are days there. */
export const dayOf = (instant: number | string): string => IN_VIETNAM.format(new Date(instant));

export const today = (): string => dayOf(Date.now());

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The last day of the month that lies `months` after the day's own. */
export function lastOfMonth(day: string, months = 0): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

export const firstOfMonth = (day: string, months = 0): string => `${lastOfMonth(day, months).slice(0, 8)}01`;
