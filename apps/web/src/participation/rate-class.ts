/** Shares of the mark at which one class ends and the next begins: at 50% they are 30, 40, 50 and 60%. */
const PARTS = [0.6, 0.8, 1, 1.2] as const;

export type RateClass = 'NONE' | 1 | 2 | 3 | 4 | 5;

/** Five classes parted at a mark: two below it, one just below, two that have reached it. */
export function rateClass(rate: number | null, mark: number): RateClass {
  if (rate === null) return 'NONE';
  // Halves of a rounding error would put 50% below 50%.
  const above = PARTS.filter((part) => rate >= part * mark - 1e-9).length;
  return (above + 1) as RateClass;
}

export const classBounds = (mark: number): number[] => PARTS.map((part) => part * mark);

/** The target, or, while nobody comes near it, the share of the whole: a map of one colour would say nothing. */
export function markOf(rates: readonly (number | null)[], target: number | undefined, whole: number | null): number {
  const nearest = Math.max(0, ...rates.map((rate) => rate ?? 0));
  if (target !== undefined && nearest >= PARTS[0] * target) return target;
  return whole !== null && whole > 0 ? whole : (target ?? 0.5);
}
