import { Best, type Candidate } from './best.js';
import { B } from './bounds.js';
import type { Seeker } from './seeker.js';
import type { Shelf } from './shelf.js';
import { LEAF } from './tree.js';

export interface Found {
  readonly candidates: readonly Candidate[];
  /** How many fit, exact up to `countMost`, where it stops. */
  readonly count: number;
  /** How many rows were looked at. */
  readonly touched: number;
}

/**
 * The best `most` of a tree: nodes are opened best bound first, until no bound reaches the worst of the best. Then what is left
 * is only counted, up to `countMost`.
 */
export function search(shelf: Shelf, root: number, seeker: Seeker, most: number, countMost: number): Found {
  const best = new Best(shelf.rows, most);
  const open = new OpenNodes(shelf, seeker);
  const { forest } = shelf;
  let [count, touched] = [0, 0];
  const look = (node: number, visit: (slot: number) => void): void => {
    const child = forest.child[node]!;
    if (child >= 0) {
      open.add(child);
      open.add(child + 1);
      return;
    }
    const leaf = forest.leaf[node]!;
    const end = leaf * LEAF + forest.filled[leaf]!;
    touched += forest.filled[leaf]!;
    for (let slot = leaf * LEAF; slot < end; slot += 1) visit(slot);
  };
  const rank = (slot: number): void => {
    const least = best.least;
    const score = seeker.score(slot, least);
    if (score < 0) return;
    count += 1;
    if (score >= least) best.offer(slot, score);
  };
  const tally = (slot: number): void => {
    if (count < countMost && seeker.score(slot, Infinity) >= 0) count += 1;
  };
  if (root >= 0) open.add(root);
  while (open.size > 0 && best.mayTake(open.bestBound, open.bestPrefix)) look(open.takeBest(), rank);
  while (open.size > 0 && count < countMost) look(open.takeAny(), tally);
  return { candidates: best.candidates(), count: Math.min(count, countMost), touched };
}

/** A heap of nodes that may hold what fits: the best bound on top, of equal ones the earliest id. */
class OpenNodes {
  private readonly nodes: number[] = [];
  private readonly boundOf: number[] = [];
  private readonly prefixOf: number[] = [];

  constructor(
    private readonly shelf: Shelf,
    private readonly seeker: Seeker,
  ) {}

  get size(): number {
    return this.nodes.length;
  }

  get bestBound(): number {
    return this.boundOf[0]!;
  }

  get bestPrefix(): number {
    return this.prefixOf[0]!;
  }

  add(node: number): void {
    const bound = this.seeker.bound(node);
    if (bound < 0) return;
    const prefix = this.shelf.bounds.values[this.shelf.bounds.at(node) + B.idLeast]!;
    let place = this.nodes.length;
    for (let above = (place - 1) >> 1; place > 0 && this.isBehind(above, bound, prefix); above = (place - 1) >> 1) {
      this.put(place, this.nodes[above]!, this.boundOf[above]!, this.prefixOf[above]!);
      place = above;
    }
    this.put(place, node, bound, prefix);
  }

  takeBest(): number {
    const best = this.nodes[0]!;
    const [bound, prefix] = [this.boundOf.at(-1)!, this.prefixOf.at(-1)!];
    const node = this.takeAny();
    if (this.nodes.length === 0) return best;
    let place = 0;
    for (let below = 1; below < this.nodes.length; below = 2 * place + 1) {
      if (below + 1 < this.nodes.length && this.isBehind(below, this.boundOf[below + 1]!, this.prefixOf[below + 1]!))
        below += 1;
      if (this.isBehind(below, bound, prefix)) break;
      this.put(place, this.nodes[below]!, this.boundOf[below]!, this.prefixOf[below]!);
      place = below;
    }
    this.put(place, node, bound, prefix);
    return best;
  }

  takeAny(): number {
    this.boundOf.pop();
    this.prefixOf.pop();
    return this.nodes.pop()!;
  }

  private put(place: number, node: number, bound: number, prefix: number): void {
    this.nodes[place] = node;
    this.boundOf[place] = bound;
    this.prefixOf[place] = prefix;
  }

  private isBehind(place: number, bound: number, prefix: number): boolean {
    const own = this.boundOf[place]!;
    return own !== bound ? own < bound : this.prefixOf[place]! > prefix;
  }
}
