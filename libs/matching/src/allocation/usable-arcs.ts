import type { IndexedProblem } from './indexed-problem.js';

/** Whether a lot fits into what the supply has and the demand wants, and the demand may have a supplier at all. */
const isUsable = (problem: IndexedProblem, arc: number): boolean => {
  const demand = problem.arcDemand[arc]!;
  const most = Math.min(problem.supplyQuantity[problem.arcSupply[arc]!]!, problem.demandQuantity[demand]!);
  return problem.arcLot[arc]! <= most && problem.demandLimit[demand]! > 0;
};

/** Those of them on which something could be gained: a worthless unit is only sent for the sake of a bonus. */
export function usableArcs(problem: IndexedProblem): Int32Array {
  const used = new Int32Array(problem.arcSupply.length);
  let count = 0;
  for (let arc = 0; arc < used.length; arc += 1) {
    if (!isUsable(problem, arc)) continue;
    const group = problem.supplyGroup[problem.arcSupply[arc]!]!;
    if (problem.arcValue[arc]! <= (group === -1 ? 0 : -problem.groupBonus[group]!)) continue;
    used[count] = arc;
    count += 1;
  }
  return used.slice(0, count);
}
