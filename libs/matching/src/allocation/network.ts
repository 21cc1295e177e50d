import { connectedParts, type Parts } from './connected-parts.js';
import { groupLots, type GroupLots } from './group-lots.js';
import type { IndexedProblem } from './indexed-problem.js';
import { inMixedSegments } from './mixed-segments.js';

/**
 * A transport network in which no arc has a capacity: supplies send to demands; what isn't traded goes from its supply to the
 * root, and from the root to its demand, for nothing. A supply with a bonus sends its rest to its group instead. From there all
 * but a lot goes on for nothing and the last lot at the cost of the bonus, so that whoever trades a lot has earned the bonus.
 */
export interface Network {
  readonly nodeCount: number;
  /** By supply, then by demand: its node. Nodes of one segment are neighbours, so that they are near in memory too. */
  readonly nodeOf: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly value: Float64Array;
  /** The arc of the problem, or −1. */
  readonly problemArc: Int32Array;
  /** Where the segments begin, and the end: their arcs share no supply and no demand. The last holds the groups'. */
  readonly segmentStarts: Int32Array;
  readonly groups: GroupLots;
  /** By node: the arc that ties it to the root while nothing is traded, and what then flows there. */
  readonly homeArc: Int32Array;
  readonly homeFlow: Float64Array;
}

export const ROOT = 0;
const nodeOfSupply = (supply: number): number => 1 + supply;
const nodeOfDemand = ({ supplyQuantity }: IndexedProblem, demand: number): number => 1 + supplyQuantity.length + demand;

/** What doesn't change where arcs are still to come, so that nodes keep their places: the part of each supply and demand, and groups. */
export interface NetworkFrame {
  readonly parts: Parts;
  readonly groups: GroupLots;
}

function frameOf(problem: IndexedProblem, usedArcs: Int32Array): NetworkFrame {
  const from = usedArcs.map((arc) => nodeOfSupply(problem.arcSupply[arc]!));
  const to = usedArcs.map((arc) => nodeOfDemand(problem, problem.arcDemand[arc]!));
  const nodeCount = nodeOfDemand(problem, problem.demandQuantity.length);
  return { parts: connectedParts(nodeCount, from, to, usedArcs.length), groups: groupLots(problem, usedArcs) };
}

/** Pairs first, then the home arc of each node but the root, then from groups to their sinks. */
export function buildNetwork(
  problem: IndexedProblem,
  usedArcs: Int32Array,
  { parts: framed, groups }: NetworkFrame = frameOf(problem, usedArcs),
): Network {
  const pairCount = usedArcs.length;
  const firstGroup = nodeOfDemand(problem, problem.demandQuantity.length);
  const firstSink = firstGroup + problem.groupBonus.length;
  const sinks = [...problem.groupBonus.entries()].flatMap(([group, bonus]) =>
    groups.least[group] === 0 ? [] : sinksOf(firstGroup + group, bonus, groups.least[group]!, groups.most[group]!),
  );
  const nodeCount = firstSink + sinks.length;
  const arcCount = pairCount + nodeCount - 1 + sinks.length;
  const parts = { count: framed.count, of: new Int32Array(nodeCount).fill(framed.count) };
  parts.of.set(framed.of);
  const columns = {
    from: new Int32Array(arcCount),
    to: new Int32Array(arcCount),
    value: new Float64Array(arcCount),
  };
  const homeFlow = new Float64Array(nodeCount);
  const home = (node: number) => pairCount + node - 1;
  const put = (place: number, from: number, to: number, value: number) => {
    columns.from[place] = from;
    columns.to[place] = to;
    columns.value[place] = value;
  };

  for (let place = 0; place < pairCount; place += 1) {
    const arc = usedArcs[place]!;
    const demandNode = nodeOfDemand(problem, problem.arcDemand[arc]!);
    put(place, nodeOfSupply(problem.arcSupply[arc]!), demandNode, problem.arcValue[arc]!);
  }
  problem.supplyQuantity.forEach((quantity, supply) => {
    const node = nodeOfSupply(supply);
    const group = problem.supplyGroup[supply]!;
    put(home(node), node, group === -1 || groups.isOffered[supply] === 0 ? ROOT : firstGroup + group, 0);
    homeFlow[node] = quantity;
  });
  problem.demandQuantity.forEach((quantity, demand) => {
    const node = nodeOfDemand(problem, demand);
    put(home(node), ROOT, node, 0);
    homeFlow[node] = quantity;
  });
  problem.groupBonus.forEach((bonus, group) => {
    const node = firstGroup + group;
    put(home(node), node, ROOT, groups.least[group] === 0 ? 0 : -Math.ceil(bonus / groups.least[group]!));
    homeFlow[node] = groups.most[group]!;
  });
  sinks.forEach(({ groupNode, capacity, value }, place) => {
    const node = firstSink + place;
    put(home(node), ROOT, node, 0);
    homeFlow[node] = capacity;
    put(home(nodeCount) + place, groupNode, node, value);
  });

  const segmentOfArc = new Int32Array(arcCount).fill(parts.count);
  for (let place = 0; place < pairCount; place += 1) segmentOfArc[place] = parts.of[columns.from[place]!]!;
  for (let node = 1; node < nodeCount; node += 1) segmentOfArc[home(node)] = parts.of[node]!;
  const { order, segmentStarts } = inMixedSegments(segmentOfArc, parts.count + 1);
  const nodeOf = inSegments(parts);
  return {
    nodeCount,
    nodeOf: nodeOf.slice(1, firstGroup),
    segmentStarts,
    groups,
    ...inOrder({ ...columns, homeFlow }, order, usedArcs, nodeOf),
  };
}

/** Takes in so much of a group's rest, at this value. */
interface Sink {
  readonly groupNode: number;
  readonly capacity: number;
  readonly value: number;
}

/**
 * A lot is worth the bonus exactly, in whole numbers by unit: its first units one more than the others. Those first units are
 * what the group's home arc carries, the others and what lies beyond the lot have sinks.
 */
function sinksOf(groupNode: number, bonus: number, lot: number, quantity: number): Sink[] {
  const dearUnits = bonus % lot;
  const sinks = [{ groupNode, capacity: quantity - lot, value: 0 }];
  if (dearUnits > 0) sinks.push({ groupNode, capacity: lot - dearUnits, value: -Math.floor(bonus / lot) });
  return sinks.filter(({ capacity }) => capacity > 0);
}

/** By node as it was counted: its place among those of its segment. The root stays the first. */
function inSegments({ count, of }: Parts): Int32Array {
  const next = new Int32Array(count + 2);
  for (let node = 1; node < of.length; node += 1) next[of[node]! + 1]! += 1;
  for (let part = 0; part < count; part += 1) next[part + 1]! += next[part]!;
  const place = new Int32Array(of.length);
  for (let node = 1; node < of.length; node += 1) {
    next[of[node]!]! += 1;
    place[node] = next[of[node]!]!;
  }
  return place;
}

function inOrder(
  columns: { from: Int32Array; to: Int32Array; value: Float64Array; homeFlow: Float64Array },
  order: Int32Array,
  usedArcs: Int32Array,
  nodeOf: Int32Array,
): Pick<Network, 'from' | 'to' | 'value' | 'problemArc' | 'homeArc' | 'homeFlow'> {
  const from = new Int32Array(order.length);
  const to = new Int32Array(order.length);
  const value = new Float64Array(order.length);
  const problemArc = new Int32Array(order.length).fill(-1);
  const homeArc = new Int32Array(nodeOf.length).fill(-1);
  const homeFlow = new Float64Array(nodeOf.length);
  for (let node = 1; node < nodeOf.length; node += 1) homeFlow[nodeOf[node]!] = columns.homeFlow[node]!;
  for (let place = 0; place < order.length; place += 1) {
    const column = order[place]!;
    from[place] = nodeOf[columns.from[column]!]!;
    to[place] = nodeOf[columns.to[column]!]!;
    value[place] = columns.value[column]!;
    const node = column - usedArcs.length + 1;
    if (node <= 0) problemArc[place] = usedArcs[column]!;
    else if (node < nodeOf.length) homeArc[nodeOf[node]!] = place;
  }
  return { from, to, value, problemArc, homeArc, homeFlow };
}
