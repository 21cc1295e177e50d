import { addDays, type Day } from '@lienket/platform';

export const SERIES_MAX = 600;

/** Each month's last day within from..to, and `to` itself where it is none. Ascending. */
export function seriesDays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = monthEnd(from); day < to; day = monthEnd(addDays(day, 1))) days.push(day);
  return [...days, to];
}

function monthEnd(day: Day): Day {
  const inTheNext = addDays(`${day.slice(0, 7)}-01`, 31);
  return addDays(`${inTheNext.slice(0, 7)}-01`, -1);
}
