import { bestPlan } from './best-plan.js';
import { indexProblem } from './indexed-problem.js';
import { buildNetwork } from './network.js';
import { optimise } from './network-simplex.js';
import type { Id, Plan, Problem } from './problem.js';
import { SlotPrices } from './slot-prices.js';
import { treeWithoutTrade } from './spanning-tree.js';
import { usableArcs } from './usable-arcs.js';

/**
 * The plan that is worth the most: Σ value × quantity, and once the bonus of each group that is served. Where no lot and no
 * limit of suppliers binds it is the optimum; else it keeps them all, and `gap` says by how much it can be missed at most.
 * The same problem gives the same plan to the byte.
 * @throws UnsoundProblem where ids or pairs contradict each other; ranges are what `problemSchema` says
 */
export function allocate(problem: Problem): Plan {
  const indexed = indexProblem(problem);
  const usable = usableArcs(indexed);
  const network = buildNetwork(indexed, usable);
  const tree = treeWithoutTrade(network);
  optimise(network, tree);
  const slots = new SlotPrices(indexed, usable, network, tree);
  const { flows, worth: objective } = bestPlan(slots);
  const { bound, bestPrices: prices } = slots;
  return {
    objective,
    bound,
    gap: bound === 0n ? 0 : Number(bound - objective) / Number(bound),
    flows: problem.arcs.flatMap(({ supply, demand }, arc) =>
      flows[arc] === 0 ? [] : [{ supply, demand, quantity: flows[arc]! }],
    ),
    supplyPrices: byId(problem.supplies, prices.supply),
    demandPrices: byId(problem.demands, prices.demand),
  };
}

const byId = (entries: readonly { readonly id: Id }[], prices: Float64Array): Record<string, number> =>
  Object.fromEntries(entries.map(({ id }, place) => [id, prices[place]!]));
