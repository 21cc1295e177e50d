import { B, countBits, PAIRS, type Bounds } from './bounds.js';
import type { Owners } from './owners.js';
import { OPEN_PRICE, type Rows } from './rows.js';
import { WORDS } from './ids.js';

/** A leaf's rows lie side by side in so many slots. */
export const LEAF = 64;
/** So many are taken when a tree is made, which leaves room for what comes. */
const LEAF_AT_FIRST = 58;
const NONE = -1;
const SAMPLE = 500;

/**
 * About what a whole range of each pair of bounds is worth in a score, by the default weights: what is worth most is parted. Found
 * by measuring: places and days part well at once, so they count less than they score by, grades and certificates more.
 */
const WORTH: readonly ((least: number, most: number) => number)[] = [
  (least, most) => (0.3 * (most - least)) / (0.15 * (most + least) + 1),
  (least, most) => 0.00033 * (most - least),
  (least, most) => 0.00033 * (most - least),
  (least, most) => 0.0025 * (most - least),
  (least, most) => 0.0025 * (most - least),
  (least, most) => 0.09 * (most - least),
  (least, most) => 0.06 * (most - least),
  (least, most) => 0.15 * (most - least),
  (least, most) => 0.05 * (most - least),
];

/**
 * The trees of one kind of posting, one for each commodity. A node knows the bounds of all rows below it, and parts them where
 * they differ most in what they score by. Bounds are never too tight: taking a row out leaves them as they are.
 */
export class Forest {
  /** Of each node: the first of two children, which stand side by side, or NONE; its leaf; by what it parts, and where. */
  child: Int32Array<ArrayBuffer> = new Int32Array(64);
  leaf: Int32Array<ArrayBuffer> = new Int32Array(64);
  /** How many rows a leaf has. */
  filled: Uint8Array<ArrayBuffer> = new Uint8Array(64);
  private parting: Int8Array<ArrayBuffer> = new Int8Array(64);
  private border = new Float64Array(64);
  private nodeCount = 0;
  private leafCount = 0;

  constructor(
    private readonly rows: Rows,
    private readonly owners: Owners,
    private readonly bounds: Bounds,
    /** Lays the rows of a leaf out anew, in this order: the first half stays there, the second goes to another leaf. */
    private readonly onSplit: (rows: Int32Array, leaf: number, other: number) => void,
  ) {}

  /** A tree of rows that lie anywhere. Where each is to go is written to `slots`. @returns its root */
  grow(rows: Int32Array, slots: Int32Array): number {
    const root = this.node();
    this.growBelow(root, rows, slots);
    return root;
  }

  /** The slot for a row whose values stand in `from` for now. */
  take(root: number, from: number): number {
    let node = root;
    this.bounds.widen(node, from);
    while (this.child[node] !== NONE || this.filled[this.leaf[node]!] === LEAF) {
      if (this.child[node] === NONE) this.split(node);
      node = this.child[node]! + this.sideOf(node, from);
      this.bounds.widen(node, from);
    }
    const leaf = this.leaf[node]!;
    const slot = leaf * LEAF + this.filled[leaf]!;
    this.filled[leaf]! += 1;
    return slot;
  }

  /** An empty tree. @returns its root */
  plant(): number {
    const root = this.node();
    this.leaf[root] = this.newLeaf();
    return root;
  }

  get slotCount(): number {
    return this.leafCount * LEAF;
  }

  private growBelow(node: number, rows: Int32Array, slots: Int32Array): void {
    const leafCount = Math.ceil(rows.length / LEAF_AT_FIRST);
    if (leafCount <= 1) {
      const leaf = this.newLeaf();
      this.leaf[node] = leaf;
      this.filled[leaf] = rows.length;
      for (const row of rows) this.bounds.widen(node, row);
      rows.forEach((row, place) => (slots[row] = leaf * LEAF + place));
      return;
    }
    // Some of them tell by what to part; the bounds of all are those of the children.
    const stride = Math.ceil(rows.length / SAMPLE);
    for (let place = 0; place < rows.length; place += stride) this.bounds.widen(node, rows[place]!);
    const middle = Math.round((Math.floor(leafCount / 2) * rows.length) / leafCount);
    this.part(node, rows, middle);
    const child = this.child[node]!;
    this.growBelow(child, rows.subarray(0, middle), slots);
    this.growBelow(child + 1, rows.subarray(middle), slots);
    this.bounds.embrace(node, child);
    this.bounds.embrace(node, child + 1);
  }

  /** Makes two leaves of a full one. */
  private split(node: number): void {
    const leaf = this.leaf[node]!;
    const rows = Int32Array.from({ length: LEAF }, (_, place) => leaf * LEAF + place);
    this.part(node, rows, LEAF / 2);
    const [child, other] = [this.child[node]!, this.newLeaf()];
    [this.leaf[child], this.leaf[child + 1]] = [leaf, other];
    rows.forEach((row, place) => this.bounds.widen(child + (place < LEAF / 2 ? 0 : 1), row));
    this.onSplit(rows, leaf, other);
    this.filled[leaf] = this.filled[other] = LEAF / 2;
  }

  /** Rows that are alike go to both sides, by bits of their ids, or a thousand of them would make a tree a thousand high. */
  private sideOf(node: number, row: number): number {
    const beyond = this.key(this.parting[node]!, row) - this.border[node]!;
    return beyond === 0 ? (this.rows.ids[row * WORDS + WORDS - 1]! >>> (node % 32)) & 1 : Number(beyond > 0);
  }

  /** Orders the rows so that the first `middle` lie before the border, and gives the node two children. */
  private part(node: number, rows: Int32Array, middle: number): void {
    const parting = this.widest(node);
    const keys = new Float64Array(rows.length);
    for (let place = 0; place < rows.length; place += 1) keys[place] = this.key(parting, rows[place]!);
    select(keys, rows, middle);
    this.parting[node] = parting;
    this.border[node] = keys[middle]!;
    const child = this.node();
    this.node();
    this.child[node] = child;
  }

  private widest(node: number): number {
    const { values } = this.bounds;
    const at = this.bounds.at(node);
    let [widest, most] = [0, -1];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const worth = WORTH[pair]!(values[at + 2 * pair]!, values[at + 2 * pair + 1]!);
      if (worth > most) [widest, most] = [pair, worth];
    }
    return widest;
  }

  /** What a row is parted by: the value behind the pair of bounds. */
  private key(pair: number, slot: number): number {
    const { rows, owners } = this;
    switch (2 * pair) {
      case B.priceLeast:
        return rows.price[slot] === OPEN_PRICE ? Infinity : rows.price[slot]!;
      case B.south:
        return rows.latitude[slot]!;
      case B.west:
        return rows.longitude[slot]!;
      case B.firstLeast:
        return rows.firstDay[slot]!;
      case B.lastLeast:
        return rows.lastDay[slot]!;
      case B.gradeLeast:
        return rows.grade[slot]!;
      case B.certificatesLeast:
        return countBits(rows.certificates[slot]!);
      case B.reliabilityLeast:
        return owners.reliability[rows.owner[slot]!]!;
      default:
        return owners.inclusion[rows.owner[slot]!]!;
    }
  }

  private node(): number {
    const node = this.nodeCount;
    this.nodeCount += 1;
    if (node === this.child.length) {
      this.child = roomier(this.child);
      this.leaf = roomier(this.leaf);
      this.parting = roomier(this.parting);
      const before = this.border;
      (this.border = new Float64Array(Math.ceil(1.5 * node))).set(before);
    }
    this.child[node] = this.leaf[node] = NONE;
    this.bounds.clear(node);
    return node;
  }

  private newLeaf(): number {
    const leaf = this.leafCount;
    this.leafCount += 1;
    if (leaf === this.filled.length) this.filled = roomier(this.filled);
    this.filled[leaf] = 0;
    return leaf;
  }
}

function roomier<T extends Int32Array<ArrayBuffer> | Int8Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(before: T): T {
  const roomy = new (before.constructor as new (length: number) => T)(Math.ceil(1.5 * before.length));
  roomy.set(before);
  return roomy;
}

/** Orders both so that no key before the middle is above one behind it (Hoare's selection). */
function select(keys: Float64Array, rows: Int32Array, middle: number): void {
  let [low, high] = [0, keys.length - 1];
  while (low < high) {
    const pivot = keys[(low + high) >> 1]!;
    let [left, right] = [low, high];
    while (left <= right) {
      while (keys[left]! < pivot) left += 1;
      while (keys[right]! > pivot) right -= 1;
      if (left > right) break;
      [keys[left], keys[right]] = [keys[right]!, keys[left]!];
      [rows[left], rows[right]] = [rows[right]!, rows[left]!];
      left += 1;
      right -= 1;
    }
    if (middle <= right) high = right;
    else if (middle >= left) low = left;
    else return;
  }
}
