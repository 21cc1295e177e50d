import { Bounds } from './bounds.js';
import { IdIndex, writeId } from './ids.js';
import type { Owners } from './owners.js';
import { NO_GRADE, OPEN_PRICE, Rows } from './rows.js';
import { Forest, LEAF } from './tree.js';
import type { CommodityEntry, PostingEntry } from './posting-entry.js';

const hundredths = (degrees: number): number => Math.round(degrees * 100);

/** Numbers texts as they are met, from the first on. */
export class Numbers {
  private readonly known = new Map<string, number>();

  constructor(private readonly first: number) {}

  get count(): number {
    return this.known.size;
  }

  of(text: string): number {
    const number = this.known.get(text) ?? this.first + this.known.size;
    this.known.set(text, number);
    return number;
  }
}

/** What listings and demands have in common: the numbers of what is compared by name. */
export interface Names {
  readonly owners: Owners;
  readonly commodities: Numbers;
  readonly varieties: Numbers;
  readonly schemes: Numbers;
}

/** All listings, or all demands: rows in trees, found by their ids. */
export class Shelf {
  readonly rows = new Rows();
  readonly bounds: Bounds;
  readonly forest: Forest;
  private readonly index = new IdIndex(() => this.rows.ids);
  /** By the number of the commodity. */
  private readonly roots: number[] = [];
  private isPlanted = false;
  private arrived = 0;

  constructor(
    private readonly goods: ReadonlyMap<string, CommodityEntry>,
    private readonly names: Names,
  ) {
    this.bounds = new Bounds(this.rows, names.owners);
    this.forest = new Forest(this.rows, names.owners, this.bounds, (...split) => {
      this.layOut(...split);
    });
  }

  /** The tree of all postings of the same commodity as one of these or those; -1 where there has never been any. */
  rootOf(commodity: number): number {
    return this.roots[commodity] ?? -1;
  }

  /** -1 where it isn't here. */
  slotOf(id: string): number {
    return this.index.slotOf(id);
  }

  get size(): number {
    return this.index.size;
  }

  /** Before the trees are made: each posting once. */
  load(entry: PostingEntry): void {
    if (this.isPlanted) throw new Error('The trees are made already.');
    this.rows.makeRoom(this.arrived + 1);
    this.write(this.arrived, entry);
    this.arrived += 1;
  }

  /** Makes the trees of what was loaded. */
  plant(): void {
    const slots = new Int32Array(this.arrived);
    for (const [commodity, rows] of this.byCommodity().entries())
      if (rows.length > 0) this.roots[commodity] = this.forest.grow(rows, slots);
    this.isPlanted = true;
    // A twentieth more than there is, since leaves are parted as postings come.
    this.rows.rearrange(slots, Math.ceil(1.05 * this.forest.slotCount) + LEAF);
    for (const slot of slots) this.index.add(slot);
  }

  /** Once the trees are made: takes in a posting, or what has changed of it. */
  put(entry: PostingEntry): void {
    this.remove(entry.id);
    this.rows.makeRoom(this.forest.slotCount + LEAF + 1);
    const from = this.rows.capacity - 1;
    this.write(from, entry);
    const slot = this.forest.take((this.roots[this.rows.commodity[from]!] ??= this.forest.plant()), from);
    this.rows.copy(from, slot);
    this.index.add(slot);
  }

  /** Nothing happens where it isn't here. */
  remove(id: string): void {
    const slot = this.index.slotOf(id);
    if (slot < 0) return;
    const leaf = Math.floor(slot / LEAF);
    this.forest.filled[leaf]! -= 1;
    const last = leaf * LEAF + this.forest.filled[leaf]!;
    this.index.remove(slot);
    if (last === slot) return;
    this.index.move(last, slot);
    this.rows.copy(last, slot);
  }

  private write(slot: number, entry: PostingEntry): void {
    const { rows, names } = this;
    writeId(entry.id, rows.ids, slot);
    rows.price[slot] = entry.priceVndPerKg ?? OPEN_PRICE;
    rows.remaining[slot] = entry.remainingG;
    rows.minimumLot[slot] = entry.minimumLotG;
    rows.firstDay[slot] = entry.firstDay;
    rows.lastDay[slot] = entry.lastDay;
    rows.latitude[slot] = hundredths(entry.latitude);
    rows.longitude[slot] = hundredths(entry.longitude);
    rows.grade[slot] = this.height(entry);
    rows.certificates[slot] = entry.certifications.reduce((bits, scheme) => bits | this.schemeBit(scheme), 0);
    rows.variety[slot] = entry.variety === null ? 0 : names.varieties.of(entry.variety);
    rows.owner[slot] = names.owners.numberOf(entry.ownerId);
    rows.commodity[slot] = names.commodities.of(entry.commodityCode);
  }

  private byCommodity(): Int32Array[] {
    const { commodity } = this.rows;
    const counts = new Int32Array(this.names.commodities.count);
    for (let row = 0; row < this.arrived; row += 1) counts[commodity[row]!]! += 1;
    const groups = Array.from(counts, (count) => new Int32Array(count));
    for (let row = this.arrived - 1; row >= 0; row -= 1) groups[commodity[row]!]![--counts[commodity[row]!]!] = row;
    return groups;
  }

  private schemeBit(scheme: string): number {
    const number = this.names.schemes.of(scheme);
    if (number > 31) throw new Error('The ranking keeps 32 certification schemes apart, and there are more.');
    return 1 << number;
  }

  private height({ commodityCode, grade }: PostingEntry): number {
    const grades = this.goods.get(commodityCode)?.grades ?? [];
    const rank = grade === null ? -1 : grades.indexOf(grade);
    return rank === -1 ? NO_GRADE : grades.length - 1 - rank;
  }

  private layOut(rows: Int32Array, leaf: number, other: number): void {
    const half = rows.length / 2;
    const free: number[] = [];
    for (let place = half; place < rows.length; place += 1) {
      this.move(rows[place]!, other * LEAF + place - half);
      if (rows[place]! < leaf * LEAF + half) free.push(rows[place]!);
    }
    for (let place = 0; place < half; place += 1)
      if (rows[place]! >= leaf * LEAF + half) this.move(rows[place]!, free.pop()!);
  }

  private move(from: number, to: number): void {
    this.index.move(from, to);
    this.rows.copy(from, to);
  }
}
