import type { IndexedProblem } from './indexed-problem.js';

/** By group: the least that can leave it where anything does (0 where nothing can), and the most. */
export interface GroupLots {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** Supplies without a usable arc don't count: nothing can leave them. */
export function groupLots(problem: IndexedProblem, usableArcs: Int32Array): GroupLots {
  const least = new Float64Array(problem.groupBonus.length);
  const most = new Float64Array(problem.groupBonus.length);
  const isCounted = new Uint8Array(problem.supplyQuantity.length);
  for (const arc of usableArcs) {
    const supply = problem.arcSupply[arc]!;
    const group = problem.supplyGroup[supply]!;
    if (group === -1) continue;
    least[group] = least[group] === 0 ? problem.arcLot[arc]! : Math.min(least[group]!, problem.arcLot[arc]!);
    if (isCounted[supply] === 0) most[group]! += problem.supplyQuantity[supply]!;
    isCounted[supply] = 1;
  }
  return { least, most };
}
