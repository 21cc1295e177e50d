import { ROOT, type Network } from './network.js';

export const NONE = -1;

/**
 * The basis of the simplex: by node its parent, the arc between them, whether that arc leads up to the parent, and what flows
 * there (nothing flows on arcs outside of the tree); children as linked lists. On every tree arc that leads up value =
 * potential − parent's potential, and the root's is 0: a supply's potential is its price, a demand's its price below zero.
 */
export interface SpanningTree {
  readonly parent: Int32Array;
  readonly parentArc: Int32Array;
  readonly leadsUp: Uint8Array;
  readonly flow: Float64Array;
  readonly potential: Float64Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly previousSibling: Int32Array;
  /** By node: the last pivot that came by. */
  readonly stamp: Int32Array;
  pivotCount: number;
}

/** Nothing is traded. Every arc on which nothing flows leads up, so that no series of empty pivots can go in a circle. */
export function treeWithoutTrade(network: Network): SpanningTree {
  const { nodeCount, from, to, homeArc, homeFlow } = network;
  const tree: SpanningTree = {
    parent: new Int32Array(nodeCount).fill(NONE),
    parentArc: homeArc.slice(),
    leadsUp: new Uint8Array(nodeCount),
    flow: homeFlow.slice(),
    potential: new Float64Array(nodeCount),
    firstChild: new Int32Array(nodeCount).fill(NONE),
    nextSibling: new Int32Array(nodeCount).fill(NONE),
    previousSibling: new Int32Array(nodeCount).fill(NONE),
    stamp: new Int32Array(nodeCount),
    pivotCount: 0,
  };
  for (let node = 1; node < nodeCount; node += 1) {
    const arc = homeArc[node]!;
    const leadsUp = from[arc] === node;
    const parent = leadsUp ? to[arc]! : from[arc]!;
    tree.leadsUp[node] = leadsUp ? 1 : 0;
    tree.parent[node] = parent;
    const next = tree.firstChild[parent]!;
    tree.nextSibling[node] = next;
    if (next !== NONE) tree.previousSibling[next] = node;
    tree.firstChild[parent] = node;
  }
  setPotentials(network, tree);
  return tree;
}

/** From the arcs' values, which may have changed: the flows stay possible whatever they are. */
export function setPotentials({ value }: Network, tree: SpanningTree): void {
  const { parent, parentArc, leadsUp, potential, firstChild, nextSibling } = tree;
  let node = firstChild[ROOT]!;
  while (node !== NONE && node !== ROOT) {
    const worth = value[parentArc[node]!]!;
    potential[node] = potential[parent[node]!]! + (leadsUp[node] === 1 ? worth : -worth);
    if (firstChild[node] !== NONE) node = firstChild[node]!;
    else {
      while (node !== ROOT && nextSibling[node] === NONE) node = parent[node]!;
      if (node !== ROOT) node = nextSibling[node]!;
    }
  }
}
