import { diceOf, type Dice } from '../demo/demo-dice.js';

const HEX = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));
const hex = (value: number): string => HEX[value] ?? '';
const LOG_STEPS = 4096;

/** Dice of its own for each part of the data, so that more of one part changes nothing in another. */
export function diceFor(seed: number, part: string): Dice {
  let mixed = seed >>> 0;
  for (const character of part) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return diceOf(mixed);
}

/** Ids of UUID version 7 from the dice: they sort by the instant, as those that the database makes. */
export const idAt = (dice: Dice, ms: number): string => {
  const [high, low] = [Math.floor(ms / 65_536), ms % 65_536];
  const [a, b, c] = [dice.next() * 2 ** 32, dice.next() * 2 ** 32, dice.next() * 2 ** 28];
  const version = 0x7000 | (c & 0x0fff);
  const variant = 0x8000 | ((c >>> 12) & 0x3fff);
  return `${hex(high >>> 16)}${hex(high & 0xffff)}-${hex(low)}-${hex(version)}-${hex(variant)}-${hex(a >>> 16)}${hex(a & 0xffff)}${hex(b & 0xffff)}`;
};

/** Draws an index as often as its whole weight says. Whole, because the last digit of a power may differ between machines. */
export function weightedDraw(weights: readonly number[]): (dice: Dice) => number {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (const [index, weight] of weights.entries()) sums[index] = total += weight;
  if (total === 0) throw new Error('There is nothing to draw from.');
  return (dice) => {
    const wanted = dice.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Weights by rank: the second is drawn 2^exponent times less often than the first, and so on. */
export const zipfWeights = (count: number, exponent: number): number[] =>
  Array.from({ length: count }, (_, rank) => Math.round(1e6 * (rank + 1) ** -exponent));

/** A whole number between the two, each doubling as likely as the next. */
export function logUniform(least: number, most: number): (dice: Dice) => number {
  const steps = Array.from({ length: LOG_STEPS }, (_, step) =>
    Math.round(least * (most / least) ** ((step + 0.5) / LOG_STEPS)),
  );
  return (dice) => steps[Math.floor(dice.next() * LOG_STEPS)] ?? least;
}

/** How much somebody does beside others: 1 for most, hundreds for a few. */
export function powerLaw(dice: Dice, most: number): number {
  // Three quarters as exponent, by roots: they are the same on every machine, a power needn't be.
  const share = 1 - dice.next();
  const root = Math.sqrt(Math.sqrt(share * share * share));
  return Math.min(most, Math.floor(1 / root));
}
