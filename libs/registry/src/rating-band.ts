import type { Day } from '@lienket/platform';

/** Tốt, khá, trung bình, yếu. */
export const RATING_BANDS = ['GOOD', 'FAIR', 'AVERAGE', 'WEAK'] as const;
export type RatingBand = (typeof RATING_BANDS)[number];

/** The band of a score of 0..100 (Circular 01/2020/TT-BKHĐT): tốt from 80, khá from 65, trung bình from 50. */
export function ratingBand(score: number): RatingBand {
  if (score >= 80) return 'GOOD';
  if (score >= 65) return 'FAIR';
  return score >= 50 ? 'AVERAGE' : 'WEAK';
}

/** The latest year whose rating counts on a day: a year's rating counts from its 31 December. */
export function ratedYear(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) === '12-31' ? year : year - 1;
}

/** Whoever else may be a member: scores are of these kinds alone. */
export const RATED_KINDS: ReadonlySet<string> = new Set(['COOPERATIVE', 'COOPERATIVE_UNION']);
