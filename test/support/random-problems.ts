import type { AllocationProblem as Problem } from '@lienket/matching';
import type { Dice } from './dice.js';

type Shape = (dice: Dice) => Problem;

interface Range {
  readonly supplyCount: number;
  readonly demandCount: number;
  /** Of all pairs, 0..1. */
  readonly density: number;
  readonly quantity: () => number;
  readonly value: () => number;
}

/** What a solver stumbles over: nothing at all, one of each, sums that meet, equal values, great and negative numbers, groups. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  empty: () => ({ supplies: [], demands: [], arcs: [], groups: [] }),
  'without an arc': (dice) => problemOf(dice, { ...ordinary(dice), density: 0 }),
  'one supply': (dice) => problemOf(dice, { ...ordinary(dice), supplyCount: 1 }),
  'one demand': (dice) => problemOf(dice, { ...ordinary(dice), demandCount: 1 }),
  ordinary: (dice) => problemOf(dice, ordinary(dice)),
  dense: (dice) => problemOf(dice, { ...ordinary(dice), density: 1 }),
  'several markets': (dice) => problemOf(dice, { ...ordinary(dice), supplyCount: 25, demandCount: 25, density: 0.04 }),
  'all sums equal': (dice) =>
    problemOf(dice, { ...ordinary(dice), supplyCount: 8, demandCount: 8, quantity: () => 10 }),
  'all values equal': (dice) => problemOf(dice, { ...ordinary(dice), value: () => 7 }),
  'small numbers': (dice) =>
    problemOf(dice, { ...ordinary(dice), quantity: () => dice.below(3), value: () => dice.below(4) - 1 }),
  'great numbers': (dice) =>
    problemOf(dice, {
      ...ordinary(dice),
      quantity: () => dice.below(1e7) * 1e5 + dice.below(1e5),
      value: () => dice.below(1e9) + 1,
    }),
  groups: (dice) => grouped(dice, problemOf(dice, ordinary(dice)), 2_000),
  'groups of great bonus': (dice) => grouped(dice, problemOf(dice, ordinary(dice)), 1e12),
  'groups and small numbers': (dice) =>
    grouped(
      dice,
      problemOf(dice, { ...ordinary(dice), quantity: () => dice.below(3), value: () => dice.below(5) - 3 }),
      9,
    ),
};

export function randomProblem(dice: Dice, shape = dice.pick(Object.keys(SHAPES))): Problem {
  return SHAPES[shape]!(dice);
}

const ordinary = (dice: Dice): Range => ({
  supplyCount: 1 + dice.below(14),
  demandCount: 1 + dice.below(9),
  density: dice.next(),
  quantity: () => dice.below(200),
  value: () => dice.below(60) - 8,
});

function problemOf(dice: Dice, { supplyCount, demandCount, density, quantity, value }: Range): Problem {
  const supplies = Array.from({ length: supplyCount }, (_, place) => ({ id: `s${place}`, quantity: quantity() }));
  const demands = Array.from({ length: demandCount }, (_, place) => ({ id: `d${place}`, quantity: quantity() }));
  const arcs = supplies.flatMap((supply) =>
    demands
      .filter(() => dice.next() < density)
      .map((demand) => ({ supply: supply.id, demand: demand.id, value: value() })),
  );
  return { supplies, demands, arcs: dice.shuffled(arcs), groups: [] };
}

/** Some supplies belong to nobody, some groups have no supply. */
function grouped(dice: Dice, problem: Problem, bonusBelow: number): Problem {
  const groups = Array.from({ length: 1 + dice.below(6) }, (_, place) => ({
    id: `g${place}`,
    bonus: dice.below(bonusBelow),
  }));
  const supplies = problem.supplies.map((supply) =>
    dice.next() < 0.8 ? { ...supply, group: dice.pick(groups).id } : supply,
  );
  return { ...problem, supplies, groups };
}

/** The same with lots, and limits of suppliers. */
export function withRules(dice: Dice, problem: Problem): Problem {
  const lot = () => (dice.next() < 0.5 ? dice.below(60) : undefined);
  return {
    ...problem,
    demands: problem.demands.map((demand) => ({
      ...demand,
      minimumLot: lot(),
      maximumSuppliers: dice.next() < 0.7 ? dice.below(4) : undefined,
    })),
    arcs: problem.arcs.map((arc) => ({ ...arc, minimumLot: lot() })),
  };
}
