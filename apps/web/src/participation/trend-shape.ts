import type { Point } from './documents';

/** What a trend is drawn on: a pixel grid whose labels keep their size on a phone. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Percentages that stand at the side: round ones, a handful, from below the least to above the most. */
export function scaleOf(shares: readonly number[]): {
  readonly low: number;
  readonly high: number;
  readonly ticks: number[];
} {
  const most = Math.max(0.1, ...shares);
  const least = Math.min(...shares, most);
  const step = most - least > 0.5 ? 0.2 : 0.1;
  const low = Math.max(0, Math.floor(least / step - 0.5) * step);
  const high = Math.min(1, Math.ceil(most / step + 0.3) * step);
  const steps = Math.round((high - low) / step);
  return { low, high, ticks: Array.from({ length: steps + 1 }, (_, at) => low + at * step) };
}

export type At = (day: string, share: number) => readonly [x: number, y: number];

/** Days by their distance, shares from the bottom up. */
export function placing(frame: Frame, from: string, to: string, low: number, high: number): At {
  const first = Date.parse(from);
  const days = Math.max(1, Date.parse(to) - first);
  return (day, share) => [
    frame.left + ((Date.parse(day) - first) / days) * (frame.width - frame.left - frame.right),
    frame.height - frame.bottom - ((share - low) / (high - low)) * (frame.height - frame.top - frame.bottom),
  ];
}

/** A line through the points that there are; where nobody was counted it stops. */
export const lineOf = (points: readonly Point[], at: At): string =>
  points
    .map(({ asOf, rate }, index) => {
      if (rate === null) return '';
      const [x, y] = at(asOf, rate);
      const isStart = index === 0 || points[index - 1]?.rate === null;
      return `${isStart ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');

/** 1 January of each year within, or, in a span of less than three, the first of each third month. */
export function daysToName(from: string, to: string): string[] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  const months = last - first < 4 ? (last - first < 2 ? ['01', '03', '05', '07', '09', '11'] : ['01', '07']) : ['01'];
  return Array.from({ length: last - first + 1 }, (_, year) => String(first + year))
    .flatMap((year) => months.map((month) => `${year}-${month}-01`))
    .filter((day) => day >= from && day <= to);
}
