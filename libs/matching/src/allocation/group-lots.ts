import type { IndexedProblem } from './indexed-problem.js';

/** By group: the least that can leave it where anything does (0 where nothing can), and the most. */
export interface GroupLots {
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** By supply: 1 where something can leave it. */
  readonly isOffered: Uint8Array;
}

/** Supplies without a usable arc don't count: nothing can leave them. */
export function groupLots(problem: IndexedProblem, usableArcs: Int32Array): GroupLots {
  const least = new Float64Array(problem.groupBonus.length);
  const most = new Float64Array(problem.groupBonus.length);
  const isOffered = new Uint8Array(problem.supplyQuantity.length);
  for (const arc of usableArcs) {
    const supply = problem.arcSupply[arc]!;
    const group = problem.supplyGroup[supply]!;
    if (group !== -1) {
      least[group] = least[group] === 0 ? problem.arcLot[arc]! : Math.min(least[group]!, problem.arcLot[arc]!);
      if (isOffered[supply] === 0) most[group]! += problem.supplyQuantity[supply]!;
    }
    isOffered[supply] = 1;
  }
  return { least, most, isOffered };
}
