import { accept, invalid, type Result } from '@lienket/platform';
import { decimalFraction, fraction, over, sum, ZERO, type Fraction } from './fraction.js';

/** What a pair that fits is scored by, in the order in which it is shown. */
export const CRITERIA = ['PRICE', 'DISTANCE', 'TIMING', 'QUALITY', 'RELIABILITY', 'INCLUSION'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** How much each criterion counts; together 1. */
export type Weights = Readonly<Record<Criterion, Fraction>>;

/** Weights as asked for, each 0..1; one left out counts 0. */
export type GivenWeights = Readonly<Partial<Record<Lowercase<Criterion>, number | null>>>;

export const DEFAULT_WEIGHTS: Weights = {
  PRICE: fraction(30, 100),
  DISTANCE: fraction(20, 100),
  TIMING: fraction(15, 100),
  QUALITY: fraction(15, 100),
  RELIABILITY: fraction(15, 100),
  INCLUSION: fraction(5, 100),
};

/**
 * The weights asked for, normalised to a sum of 1; the default ones where none are given.
 * Refused: one outside 0..1 (INVALID_INPUT at weights.<criterion>), all of them 0 (at weights).
 */
export function normaliseWeights(given: GivenWeights | null | undefined): Result<Weights> {
  if (given == null) return accept(DEFAULT_WEIGHTS);
  const parts = new Map<Criterion, Fraction>();
  for (const criterion of CRITERIA) {
    const name = criterion.toLowerCase() as Lowercase<Criterion>;
    const weight = given[name] ?? 0;
    if (!(weight >= 0 && weight <= 1)) return invalid(`weights.${name}`, 'RANGE');
    parts.set(criterion, decimalFraction(weight));
  }
  const total = sum([...parts.values()]);
  if (total.numerator === 0n) return invalid('weights', 'RANGE');
  const shareOf = (criterion: Criterion) => over(parts.get(criterion) ?? ZERO, total);
  return accept(Object.fromEntries(CRITERIA.map((criterion) => [criterion, shareOf(criterion)])) as Weights);
}
