import type { IndexedProblem } from './indexed-problem.js';
import { times } from './price-bound.js';

export function keepsRules({ arcDemand, arcLot, demandLimit }: IndexedProblem, flows: Float64Array): boolean {
  const suppliers = new Int32Array(demandLimit.length);
  for (let arc = 0; arc < flows.length; arc += 1) {
    if (flows[arc] === 0) continue;
    suppliers[arcDemand[arc]!]! += 1;
    if (flows[arc]! < arcLot[arc]! || suppliers[arcDemand[arc]!]! > demandLimit[arcDemand[arc]!]!) return false;
  }
  return true;
}

/** Σ value × quantity, and the bonus of each group that is served. */
export function worthOf({ arcSupply, arcValue, supplyGroup, groupBonus }: IndexedProblem, flows: Float64Array): bigint {
  const isServed = new Uint8Array(groupBonus.length);
  let worth = 0n;
  for (let arc = 0; arc < flows.length; arc += 1) {
    if (flows[arc] === 0) continue;
    worth += times(arcValue[arc]!, flows[arc]!);
    const group = supplyGroup[arcSupply[arc]!]!;
    if (group === -1 || isServed[group] === 1) continue;
    isServed[group] = 1;
    worth += BigInt(groupBonus[group]!);
  }
  return worth;
}
