import { addDays, type Day } from '@lienket/platform';
import { daysBetween } from './demo-calendar.js';

/** Numbers that look random and are the same for the same seed. */
export interface Dice {
  /** 0 up to but not 1. */
  next(): number;
  whole(least: number, most: number): number;
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  of<T>(choices: readonly T[]): T;
  /** One of the choices, each as likely as its weight says. */
  weighted<T>(choices: readonly T[], weightOf: (choice: T) => number): T;
  /** So many different ones, or all where there are fewer. */
  some<T>(choices: readonly T[], count: number): T[];
  /** Both ends included; the first where they are the wrong way round. */
  day(from: Day, to: Day): Day;
  /** Sorts by the instant like the ids that the database makes (UUID version 7). */
  id(at: Date): string;
}

/** mulberry32 */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const of = <T>(choices: readonly T[]): T => {
    if (choices.length === 0) throw new Error('There is nothing to choose from.');
    return choices[whole(0, choices.length - 1)] as T;
  };
  return {
    next,
    whole,
    of,
    between: (least, most) => least + next() * (most - least),
    chance: (probability) => next() < probability,
    weighted: (choices, weightOf) => {
      let left = next() * choices.reduce((sum, choice) => sum + weightOf(choice), 0);
      return choices.find((choice) => (left -= weightOf(choice)) < 0) ?? of(choices);
    },
    some: (choices, count) => {
      const left = [...choices];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(whole(0, left.length - 1), 1),
      ).flat();
    },
    day: (from, to) => addDays(from, whole(0, Math.max(0, daysBetween(from, to)))),
    id: (at) => {
      const time = at.getTime().toString(16).padStart(12, '0');
      const hex = Array.from({ length: 5 }, () => whole(0, 0xffff).toString(16).padStart(4, '0')).join('');
      const variant = whole(8, 11).toString(16);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
    },
  };
}
