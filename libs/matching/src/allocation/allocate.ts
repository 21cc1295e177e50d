import { indexProblem, type IndexedProblem } from './indexed-problem.js';
import { buildNetwork } from './network.js';
import { optimise } from './network-simplex.js';
import { times } from './price-bound.js';
import type { Prices } from './prices.js';
import type { Id, Plan, Problem } from './problem.js';
import { arcsOfDemands, repair } from './repair-plan.js';
import { SlotPrices } from './slot-prices.js';
import { treeWithoutTrade } from './spanning-tree.js';
import { usableArcs } from './usable-arcs.js';

const STEPS = 50;
const STEPS_TO_REPAIR = 10;

/**
 * The plan that is worth the most: Σ value × quantity, and once the bonus of each group that is served. Where no lot and no
 * limit of suppliers binds it is the optimum; else it keeps them all, and `gap` says by how much it can be missed at most.
 * The same problem gives the same plan to the byte.
 * @throws UnsoundProblem where ids or pairs contradict each other; ranges are what `problemSchema` says
 */
export function allocate(problem: Problem): Plan {
  const indexed = indexProblem(problem);
  const { flows, prices, bound } = planOf(indexed);
  const objective = worthOf(indexed, flows);
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

interface IndexedPlan {
  readonly flows: Float64Array;
  readonly prices: Prices;
  readonly bound: bigint;
}

function planOf(problem: IndexedProblem): IndexedPlan {
  const usable = usableArcs(problem);
  const network = buildNetwork(problem, usable);
  const tree = treeWithoutTrade(network);
  optimise(network, tree);
  const slots = new SlotPrices(problem, usable, network, tree);
  if (keepsRules(problem, slots.flows)) return slots;
  const byDemand = arcsOfDemands(problem, usable);
  let flows = repair(problem, byDemand, slots.flows, slots.prices);
  let worth = worthOf(problem, flows);
  for (let step = 1; step <= STEPS; step += 1) {
    slots.step(worth);
    if (step % STEPS_TO_REPAIR !== 0) continue;
    const repaired = repair(problem, byDemand, slots.flows, slots.prices);
    const its = worthOf(problem, repaired);
    if (its > worth) [flows, worth] = [repaired, its];
  }
  return { flows, prices: slots.bestPrices, bound: slots.bound };
}

function keepsRules({ arcDemand, arcLot, demandLimit }: IndexedProblem, flows: Float64Array): boolean {
  const suppliers = new Int32Array(demandLimit.length);
  for (let arc = 0; arc < flows.length; arc += 1) {
    if (flows[arc] === 0) continue;
    suppliers[arcDemand[arc]!]! += 1;
    if (flows[arc]! < arcLot[arc]! || suppliers[arcDemand[arc]!]! > demandLimit[arcDemand[arc]!]!) return false;
  }
  return true;
}

function worthOf({ arcSupply, arcValue, supplyGroup, groupBonus }: IndexedProblem, flows: Float64Array): bigint {
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

const byId = (entries: readonly { readonly id: Id }[], prices: Float64Array): Record<string, number> =>
  Object.fromEntries(entries.map(({ id }, place) => [id, prices[place]!]));
