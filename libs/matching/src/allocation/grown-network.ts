import type { IndexedProblem } from './indexed-problem.js';
import { buildNetwork, ROOT, type Network } from './network.js';
import { NONE, setPotentials, type SpanningTree } from './spanning-tree.js';

/** The same network with the arcs that have been found since. The tree stays as it is: its arcs only have other places. */
export function grownNetwork(
  before: Network,
  tree: SpanningTree,
  problem: IndexedProblem,
  arcs: Int32Array,
  frame: Parameters<typeof buildNetwork>[2],
): Network {
  const network = buildNetwork(problem, arcs, frame);
  const placeOf = placesIn(network, problem.arcSupply.length);
  for (let node = 1; node < before.nodeCount; node += 1) tree.parentArc[node] = placeOf(before, tree.parentArc[node]!);
  return network;
}

/**
 * The tree of a network without groups, hung up in the one with them: what a supply sent to the root it sends to its group, and
 * the group on to its sinks as far as they take it. Arcs that lead down all carry something, as the simplex asks for.
 */
export function treeWithGroups(network: Network, before: Network, bare: SpanningTree, arcCount: number): SpanningTree {
  const { nodeCount, homeArc, homeFlow } = network;
  const placeOf = placesIn(network, arcCount);
  const tree: SpanningTree = {
    parent: new Int32Array(nodeCount).fill(NONE),
    parentArc: homeArc.slice(),
    leadsUp: new Uint8Array(nodeCount),
    flow: new Float64Array(nodeCount),
    potential: new Float64Array(nodeCount),
    firstChild: new Int32Array(nodeCount).fill(NONE),
    nextSibling: new Int32Array(nodeCount).fill(NONE),
    previousSibling: new Int32Array(nodeCount).fill(NONE),
    stamp: new Int32Array(nodeCount),
    pivotCount: 0,
  };
  const rest = new Float64Array(nodeCount);
  const hang = (node: number, parent: number, arc: number, flow: number) => {
    tree.parent[node] = parent;
    tree.parentArc[node] = arc;
    tree.leadsUp[node] = network.from[arc] === node ? 1 : 0;
    tree.flow[node] = flow;
  };
  for (let node = 1; node < before.nodeCount; node += 1) {
    const arc = placeOf(before, bare.parentArc[node]!);
    const isHome = arc === homeArc[node];
    const parent = isHome ? network.from[arc]! + network.to[arc]! - node : bare.parent[node]!;
    hang(node, parent, arc, bare.flow[node]!);
    if (isHome) rest[parent]! += bare.flow[node]!;
  }
  const sinksOf = sinksByGroup(network);
  for (let node = before.nodeCount; node < nodeCount; node += 1) {
    if (network.from[homeArc[node]!] === ROOT) continue;
    let left = rest[node]!;
    let isHung = false;
    for (const arc of sinksOf.get(node) ?? []) {
      const sink = network.to[arc]!;
      const taken = Math.min(left, homeFlow[sink]!);
      left -= taken;
      if (taken === homeFlow[sink]) {
        hang(sink, node, arc, taken);
        continue;
      }
      hang(sink, ROOT, homeArc[sink]!, homeFlow[sink]! - taken);
      if (!isHung) hang(node, sink, arc, taken);
      isHung = true;
    }
    if (!isHung) hang(node, ROOT, homeArc[node]!, left);
  }
  for (let node = 1; node < nodeCount; node += 1) {
    const next = tree.firstChild[tree.parent[node]!]!;
    tree.nextSibling[node] = next;
    if (next !== NONE) tree.previousSibling[next] = node;
    tree.firstChild[tree.parent[node]!] = node;
  }
  setPotentials(network, tree);
  return tree;
}

/** Where an arc of another network with the same nodes is in this one. */
function placesIn(network: Network, arcCount: number): (before: Network, arc: number) => number {
  const { problemArc, homeArc } = network;
  const ofPair = new Int32Array(arcCount).fill(NONE);
  problemArc.forEach((pair, place) => {
    if (pair !== NONE) ofPair[pair] = place;
  });
  const ofSink = new Int32Array(network.nodeCount).fill(NONE);
  for (const arc of sinkArcs(network)) ofSink[network.to[arc]!] = arc;
  return (before, arc) => {
    const pair = before.problemArc[arc]!;
    if (pair !== NONE) return ofPair[pair]!;
    const [from, to] = [before.from[arc]!, before.to[arc]!];
    if (before.homeArc[from] === arc) return homeArc[from]!;
    return before.homeArc[to] === arc ? homeArc[to]! : ofSink[to]!;
  };
}

function sinksByGroup(network: Network): Map<number, number[]> {
  const sinks = new Map<number, number[]>();
  for (const arc of sinkArcs(network).sort((a, b) => network.to[a]! - network.to[b]!)) {
    const group = network.from[arc]!;
    if (sinks.get(group)?.push(arc) === undefined) sinks.set(group, [arc]);
  }
  return sinks;
}

function sinkArcs({ from, to, problemArc, homeArc }: Network): number[] {
  const arcs: number[] = [];
  for (let arc = 0; arc < problemArc.length; arc += 1)
    if (problemArc[arc] === NONE && homeArc[from[arc]!] !== arc && homeArc[to[arc]!] !== arc) arcs.push(arc);
  return arcs;
}
