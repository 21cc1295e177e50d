import type { Weights } from '../weights.js';

/** The weights as doubles. */
export type DoubleWeights = Readonly<Record<keyof Weights, number>>;

/** Looks for what fits one posting. Scores are doubles: see DOUBT in best.ts for how far they may be off. */
export interface Seeker {
  /** No row below the node scores more; below 0 where none fits. */
  bound(node: number): number;
  /** Below 0 where the row doesn't fit. A score that is surely below `least` may be any that is below it. */
  score(slot: number, least: number): number;
}

export const PERISHABLE_DISTANCE_M_MAX = 300_000;
export const PERISHABLE_DAYS_MAX = 2;

export const priceValue = (ask: number, maximum: number): number =>
  Math.min(1, Math.max(0, (maximum - ask) / (0.3 * maximum)));
export const distanceValue = (metres: number): number => 200_000 / (200_000 + metres);
/** For steps and certificates of 0 or more. */
export const qualityValue = (gradeSteps: number, extraCertificates: number): number =>
  0.6 * Math.min(1, gradeSteps / 2) + 0.4 * Math.min(1, extraCertificates / 2);
