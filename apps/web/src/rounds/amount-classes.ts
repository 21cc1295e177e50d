const STEPS = [1, 2, 5] as const;
const BOUNDS = 4;

/**
 * Four bounds between five classes of amounts, round ones, each about twice the one before: the highest is the greatest of 1, 2, 5, 10, 20 …
 * that the largest amount still passes clearly, so that few are in the last class and many in the first.
 */
export function amountBounds(largest: number): number[] {
  let at = Math.floor(Math.log10(Math.max(largest, Number.MIN_VALUE)) * STEPS.length) + STEPS.length;
  while (roundAmount(at) > largest / 1.5) at -= 1;
  return Array.from({ length: BOUNDS }, (_, below) => roundAmount(at - BOUNDS + 1 + below));
}

function roundAmount(at: number): number {
  const tens = Math.floor(at / STEPS.length);
  return Number(`${STEPS[at - tens * STEPS.length] ?? 1}e${tens}`);
}

export type AmountClass = 'NONE' | 1 | 2 | 3 | 4 | 5;

export const amountClass = (amount: number, bounds: readonly number[]): AmountClass =>
  amount > 0 ? ((bounds.filter((bound) => amount >= bound).length + 1) as AmountClass) : 'NONE';
