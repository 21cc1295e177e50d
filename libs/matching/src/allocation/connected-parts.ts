/** Nodes of one part are joined by arcs; a node without an arc is in none. */
export interface Parts {
  readonly count: number;
  /** By node: its part, or `count` where it is in none. */
  readonly of: Int32Array;
}

/** Of the first `arcCount` arcs. Parts are counted by their first node. */
export function connectedParts(nodeCount: number, from: Int32Array, to: Int32Array, arcCount: number): Parts {
  const leader = Int32Array.from({ length: nodeCount }, (_, node) => node);
  const leaderOf = (node: number): number => {
    let at = node;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  const hasArc = new Uint8Array(nodeCount);
  for (let arc = 0; arc < arcCount; arc += 1) {
    const [a, b] = [leaderOf(from[arc]!), leaderOf(to[arc]!)];
    leader[Math.max(a, b)] = Math.min(a, b);
    hasArc[from[arc]!] = 1;
    hasArc[to[arc]!] = 1;
  }
  const of = new Int32Array(nodeCount).fill(-1);
  let count = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    if (hasArc[node] === 0) continue;
    const first = leaderOf(node);
    if (of[first] === -1) of[first] = count++;
    of[node] = of[first]!;
  }
  for (let node = 0; node < nodeCount; node += 1) if (hasArc[node] === 0) of[node] = count;
  return { count, of };
}
