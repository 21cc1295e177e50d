import { typedNumber } from '../app/amounts';
import type { Language } from '../app/language';
import type { Managed } from './documents';

type Band = NonNullable<Managed['rating']>['band'];

const MOST = 100;

/** Points of 0..100 with at most two decimals, as the API takes them; null where it is no such number. */
export function scoreIn(text: string, language: Language): string | null {
  const score = /^\s*0+\s*$/.test(text) ? 0 : typedNumber(text, language);
  if (score === null || score > MOST || Math.round(score * 100) !== Number((score * 100).toFixed(6))) return null;
  return String(score);
}

/** As the API will call it. */
export function bandOf(score: number): Band {
  if (score >= 80) return 'GOOD';
  if (score >= 65) return 'FAIR';
  return score >= 50 ? 'AVERAGE' : 'WEAK';
}

/** The last year that is over, but for its last day: a rating counts from 31 December on. */
export const yearToRate = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) === '12-31' ? 0 : 1);
