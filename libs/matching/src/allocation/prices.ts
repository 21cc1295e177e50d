import type { IndexedProblem } from './indexed-problem.js';
import type { Network } from './network.js';
import type { SpanningTree } from './spanning-tree.js';

/** By unit and whole. A supply's is less than 0 where a bonus pays for it. */
export interface Prices {
  readonly supply: Float64Array;
  readonly demand: Float64Array;
}

export function pricesOf(problem: IndexedProblem, { nodeOf }: Network, { potential }: SpanningTree): Prices {
  const supplyCount = problem.supplyQuantity.length;
  const supply = problem.supplyQuantity.map((_, place) => potential[nodeOf[place]!]!);
  const demand = problem.demandQuantity.map((_, place) => 0 - potential[nodeOf[supplyCount + place]!]!);
  if (problem.supplyQuantity.includes(0) || problem.demandQuantity.includes(0))
    priceWhatIsNotThere(problem, { supply, demand });
  return { supply, demand };
}

/** Where a supply has nothing or a demand wants nothing, a price costs nothing: it is so high that no arc is worth more. */
function priceWhatIsNotThere(
  { supplyQuantity, demandQuantity, arcSupply, arcDemand, arcValue }: IndexedProblem,
  { supply, demand }: Prices,
): void {
  for (let arc = 0; arc < arcValue.length; arc += 1) {
    const [from, to] = [arcSupply[arc]!, arcDemand[arc]!];
    if (supplyQuantity[from] === 0 && demandQuantity[to]! > 0)
      supply[from] = Math.max(supply[from]!, arcValue[arc]! - demand[to]!);
  }
  for (let arc = 0; arc < arcValue.length; arc += 1) {
    const [from, to] = [arcSupply[arc]!, arcDemand[arc]!];
    if (demandQuantity[to] === 0) demand[to] = Math.max(demand[to]!, arcValue[arc]! - supply[from]!);
  }
}

/** By arc of the problem: what flows there. */
export function flowsOf({ nodeCount, problemArc }: Network, tree: SpanningTree, arcCount: number): Float64Array {
  const flows = new Float64Array(arcCount);
  for (let node = 1; node < nodeCount; node += 1) {
    const arc = problemArc[tree.parentArc[node]!]!;
    if (arc !== -1) flows[arc] = tree.flow[node]!;
  }
  return flows;
}
