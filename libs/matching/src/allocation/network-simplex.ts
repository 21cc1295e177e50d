import { NONE, type SpanningTree } from './spanning-tree.js';
import type { Network } from './network.js';

const LEAST_BLOCK = 20;
const BLOCK_BY_ROOT_OF_ARCS = 1;

/**
 * Primal network simplex, from whatever tree is given to one whose flows are worth the most. Segment by segment, so that
 * markets that share nothing don't slow each other, and again until no segment finds an arc worth more than its two prices.
 */
export function optimise(network: Network, tree: SpanningTree): void {
  const { segmentStarts } = network;
  let before;
  do {
    before = tree.pivotCount;
    for (let segment = 0; segment + 1 < segmentStarts.length; segment += 1)
      optimiseSegment(network, tree, segmentStarts[segment]!, segmentStarts[segment + 1]!);
  } while (tree.pivotCount > before && segmentStarts.length > 2);
}

/** One function, with its arrays as its own constants: it is where the time goes. */
function optimiseSegment({ from, to, value }: Network, tree: SpanningTree, start: number, end: number): void {
  const { parent, parentArc, leadsUp, flow, potential, firstChild, nextSibling, previousSibling, stamp } = tree;
  const block = Math.max(LEAST_BLOCK, Math.ceil(BLOCK_BY_ROOT_OF_ARCS * Math.sqrt(end - start)));
  let at = start;
  for (;;) {
    let entering = NONE;
    let profit = 0;
    for (let scanned = 0; scanned < end - start && entering === NONE;) {
      const stop = Math.min(at + block, end);
      for (let arc = at; arc < stop; arc += 1) {
        const its = value[arc]! - potential[from[arc]!]! + potential[to[arc]!]!;
        if (its > profit) {
          profit = its;
          entering = arc;
        }
      }
      scanned += stop - at;
      at = stop === end ? start : stop;
    }
    if (entering === NONE) return;

    tree.pivotCount += 1;
    const mark = tree.pivotCount;
    const sender = from[entering]!;
    const receiver = to[entering]!;
    let join = NONE;
    for (let a = sender, b = receiver; join === NONE;) {
      if (a !== NONE) {
        if (stamp[a] === mark) join = a;
        stamp[a] = mark;
        a = parent[a]!;
      }
      if (b !== NONE && join === NONE) {
        if (stamp[b] === mark) join = b;
        stamp[b] = mark;
        b = parent[b]!;
      }
    }

    // Of arcs that run dry together the last one on the way round from the join leaves: so every empty arc still leads up.
    let amount = Infinity;
    let leaving = NONE;
    let isOnSendersSide = true;
    for (let node = sender; node !== join; node = parent[node]!) {
      if (leadsUp[node] === 1 && flow[node]! < amount) {
        amount = flow[node]!;
        leaving = node;
      }
    }
    for (let node = receiver; node !== join; node = parent[node]!) {
      if (leadsUp[node] === 0 && flow[node]! <= amount) {
        amount = flow[node]!;
        leaving = node;
        isOnSendersSide = false;
      }
    }
    if (amount > 0) {
      for (let node = sender; node !== join; node = parent[node]!)
        flow[node]! += leadsUp[node] === 1 ? -amount : amount;
      for (let node = receiver; node !== join; node = parent[node]!)
        flow[node]! += leadsUp[node] === 1 ? amount : -amount;
    }

    // The part below the leaving arc is hung up again by the entering one, upside down.
    const top = isOnSendersSide ? sender : receiver;
    let node = top;
    let newParent = isOnSendersSide ? receiver : sender;
    let arc = entering;
    let its = amount;
    let up = isOnSendersSide ? 1 : 0;
    for (;;) {
      const oldParent = parent[node]!;
      const previous = previousSibling[node]!;
      const next = nextSibling[node]!;
      if (previous === NONE) firstChild[oldParent] = next;
      else nextSibling[previous] = next;
      if (next !== NONE) previousSibling[next] = previous;

      const sibling = firstChild[newParent]!;
      nextSibling[node] = sibling;
      previousSibling[node] = NONE;
      if (sibling !== NONE) previousSibling[sibling] = node;
      firstChild[newParent] = node;
      parent[node] = newParent;

      const oldArc = parentArc[node]!;
      const oldFlow = flow[node]!;
      const oldUp = leadsUp[node]!;
      parentArc[node] = arc;
      flow[node] = its;
      leadsUp[node] = up;
      arc = oldArc;
      its = oldFlow;
      up = 1 - oldUp;
      if (node === leaving) break;
      newParent = node;
      node = oldParent;
    }

    const shift = isOnSendersSide ? profit : -profit;
    node = top;
    for (;;) {
      potential[node]! += shift;
      const child = firstChild[node]!;
      if (child !== NONE) {
        node = child;
        continue;
      }
      while (node !== top && nextSibling[node] === NONE) node = parent[node]!;
      if (node === top) break;
      node = nextSibling[node]!;
    }
  }
}
