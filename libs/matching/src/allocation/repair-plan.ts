import type { ArcsOfDemands, IndexedProblem } from './indexed-problem.js';
import { buildNetwork } from './network.js';
import { optimise } from './network-simplex.js';
import { PlanDraft } from './plan-draft.js';
import { flowsOf, type Prices } from './prices.js';
import { treeWithoutTrade } from './spanning-tree.js';

const ROUNDS = 3;
/** A flow below its lot by more than this is left out, not made up. */
const LOT_SHARE_KEPT = 0.5;

/**
 * A plan that keeps every lot and limit, near to flows that break some: of each demand the fullest places are kept, free places
 * are filled and poor ones exchanged, then the quantities are optimised on the arcs that were chosen.
 */
export function repair(
  problem: IndexedProblem,
  byDemand: ArcsOfDemands,
  flows: Float64Array,
  prices: Prices,
): Float64Array {
  const draft = new PlanDraft(problem);
  keepFullest(problem, byDemand, draft, flows);
  for (let round = 0; round < ROUNDS; round += 1) {
    fillPlaces(problem, byDemand, draft, prices);
    exchangePoorest(problem, byDemand, draft, prices);
    optimiseQuantities(problem, byDemand.arcs, draft);
  }
  return draft.flows;
}

function keepFullest(
  problem: IndexedProblem,
  { starts, arcs }: ArcsOfDemands,
  draft: PlanDraft,
  flows: Float64Array,
): void {
  const { arcSupply, arcLot, supplyQuantity, demandQuantity } = problem;
  for (let demand = 0; demand < demandQuantity.length; demand += 1) {
    const fullness = (arc: number) => flows[arc]! / Math.min(supplyQuantity[arcSupply[arc]!]!, demandQuantity[demand]!);
    const kept = [...arcs.subarray(starts[demand], starts[demand + 1])]
      .filter((arc) => flows[arc]! > 0 && flows[arc]! >= arcLot[arc]! * LOT_SHARE_KEPT)
      .sort((a, b) => fullness(b) - fullness(a) || a - b);
    for (const arc of kept) {
      if (draft.slotsLeft[demand] === 0) break;
      const quantity = Math.min(draft.room(arc), Math.max(arcLot[arc]!, Math.floor(flows[arc]!)));
      if (quantity > 0) draft.set(arc, quantity);
    }
  }
}

/** Each free place goes to the arc that gains the most there, its supply at its price. */
function fillPlaces(
  problem: IndexedProblem,
  { starts, arcs }: ArcsOfDemands,
  draft: PlanDraft,
  { supply: price }: Prices,
): void {
  const { arcSupply, arcValue, demandQuantity } = problem;
  for (let demand = 0; demand < demandQuantity.length; demand += 1) {
    while (draft.slotsLeft[demand]! > 0 && draft.demandRest[demand]! > 0) {
      let best = -1;
      let most = 0;
      for (let at = starts[demand]!; at < starts[demand + 1]!; at += 1) {
        const arc = arcs[at]!;
        if (draft.flows[arc]! > 0) continue;
        const room = draft.room(arc);
        if (room === 0 || arcValue[arc]! * room + draft.bonus(arc) <= 0) continue;
        const gain = (arcValue[arc]! - Math.min(arcValue[arc]! - 1, price[arcSupply[arc]!]!)) * room + draft.bonus(arc);
        if (gain > most) {
          most = gain;
          best = arc;
        }
      }
      if (best === -1) break;
      draft.set(best, draft.room(best));
    }
  }
}

/** Where all places are taken and more is wanted, the poorest makes way for one that is worth more. */
function exchangePoorest(
  problem: IndexedProblem,
  { starts, arcs }: ArcsOfDemands,
  draft: PlanDraft,
  { supply: price }: Prices,
): void {
  const { arcSupply, arcValue, demandQuantity, arcLot } = problem;
  for (let demand = 0; demand < demandQuantity.length; demand += 1) {
    if (draft.slotsLeft[demand] !== 0) continue;
    const own = arcs.subarray(starts[demand], starts[demand + 1]);
    for (;;) {
      let out = -1;
      let least = Infinity;
      for (const arc of own) {
        if (draft.flows[arc] === 0) continue;
        const worth = draft.worth(arc) - price[arcSupply[arc]!]! * draft.flows[arc]!;
        if (worth < least) {
          least = worth;
          out = arc;
        }
      }
      if (out === -1) break;
      let into = -1;
      let most = Math.max(0, least);
      for (const arc of own) {
        if (draft.flows[arc]! > 0) continue;
        const room = Math.min(draft.supplyRest[arcSupply[arc]!]!, draft.demandRest[demand]! + draft.flows[out]!);
        if (room < arcLot[arc]!) continue;
        const gain = (arcValue[arc]! - price[arcSupply[arc]!]!) * room + draft.bonus(arc);
        if (gain > most && arcValue[arc]! * room + draft.bonus(arc) > draft.worth(out)) {
          most = gain;
          into = arc;
        }
      }
      if (into === -1) break;
      draft.set(out, 0);
      draft.set(into, draft.room(into));
    }
  }
}

/** Exactly, on the arcs that carry something, each its lot at least: what is beyond the lots is a transport problem again. */
function optimiseQuantities(problem: IndexedProblem, usable: Int32Array, draft: PlanDraft): void {
  const chosen = usable.filter((arc) => draft.flows[arc]! > 0);
  for (const arc of chosen) draft.set(arc, problem.arcLot[arc]!);
  const rest: IndexedProblem = {
    ...problem,
    supplyQuantity: draft.supplyRest.slice(),
    demandQuantity: draft.demandRest.slice(),
    supplyGroup: new Int32Array(problem.supplyGroup.length).fill(-1),
    groupBonus: new Float64Array(0),
  };
  const open = chosen.filter(
    (arc) =>
      problem.arcValue[arc]! > 0 &&
      rest.supplyQuantity[problem.arcSupply[arc]!]! > 0 &&
      rest.demandQuantity[problem.arcDemand[arc]!]! > 0,
  );
  const network = buildNetwork(rest, open);
  const tree = treeWithoutTrade(network);
  optimise(network, tree);
  const more = flowsOf(network, tree, draft.flows.length);
  for (const arc of open) draft.set(arc, draft.flows[arc]! + more[arc]!);
}
