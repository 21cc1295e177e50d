import type { Anchor } from '../match-sql.js';
import { DemandSeeker } from './demand-seeker.js';
import { readId } from './ids.js';
import { ListingSeeker } from './listing-seeker.js';
import { Owners } from './owners.js';
import type { CommodityEntry, OwnerEntry, PostingEntry } from './posting-entry.js';
import { search } from './search.js';
import { PERISHABLE_DAYS_MAX, type DoubleWeights } from './seeker.js';
import { Numbers, Shelf } from './shelf.js';

/** What may be among an anchor's best, in no order; scores in millionths, `low` and `high` apart where a rounding is in doubt. */
export interface Shortlist {
  readonly candidates: readonly { readonly id: string; readonly low: number; readonly high: number }[];
  readonly totalCount: number;
  readonly touched: number;
}

/** All postings that are open on one day, of organizations that are ACTIVE on it: whose best matches are found in memory. */
export class Book {
  private readonly owners = new Owners();
  private readonly goods: ReadonlyMap<string, CommodityEntry>;
  private readonly commodities = new Numbers(0);
  private readonly perishable: readonly boolean[];
  private readonly listings: Shelf;
  private readonly demands: Shelf;

  constructor(commodities: readonly CommodityEntry[]) {
    this.goods = new Map(commodities.map((commodity) => [commodity.code, commodity]));
    for (const { code } of commodities) this.commodities.of(code);
    this.perishable = commodities.map(({ perishableDays: days }) => days !== null && days <= PERISHABLE_DAYS_MAX);
    const names = {
      owners: this.owners,
      commodities: this.commodities,
      varieties: new Numbers(1),
      schemes: new Numbers(0),
    };
    this.listings = new Shelf(this.goods, names);
    this.demands = new Shelf(this.goods, names);
  }

  get listingCount(): number {
    return this.listings.size;
  }

  get demandCount(): number {
    return this.demands.size;
  }

  /** What this changes of postings that are here is known once they are put again. */
  putOwner(owner: OwnerEntry): void {
    this.owners.put(owner);
  }

  /** Before `plant`: each posting once. */
  load(kind: Anchor, posting: PostingEntry): void {
    if (this.mayMatch(kind, posting)) this.shelf(kind).load(posting);
  }

  plant(): void {
    this.listings.plant();
    this.demands.plant();
  }

  put(kind: Anchor, posting: PostingEntry): void {
    if (this.mayMatch(kind, posting)) this.shelf(kind).put(posting);
    else this.shelf(kind).remove(posting.id);
  }

  remove(kind: Anchor, id: string): void {
    this.shelf(kind).remove(id);
  }

  /** Null where the posting isn't in the book: it isn't open, or the book doesn't know it yet. */
  best(kind: Anchor, id: string, weights: DoubleWeights, most: number, countMost: number): Shortlist | null {
    const own = this.shelf(kind);
    const anchor = own.slotOf(id);
    if (anchor < 0) return null;
    const commodity = own.rows.commodity[anchor]!;
    const others = kind === 'LISTING' ? this.demands : this.listings;
    const Seeker = kind === 'LISTING' ? DemandSeeker : ListingSeeker;
    const seeker = new Seeker(others, this.owners, weights, this.perishable[commodity]!, own, anchor);
    const found = search(others, others.rootOf(commodity), seeker, most, countMost);
    return {
      candidates: found.candidates.map(({ slot, low, high }) => ({ id: readId(others.rows.ids, slot), low, high })),
      totalCount: found.count,
      touched: found.touched,
    };
  }

  private shelf(kind: Anchor): Shelf {
    return kind === 'LISTING' ? this.listings : this.demands;
  }

  /** Nothing fits a minimum that the commodity doesn't know, nor what is less than its own least lot. */
  private mayMatch(kind: Anchor, { grade, commodityCode, remainingG, minimumLotG }: PostingEntry): boolean {
    const grades = this.goods.get(commodityCode)?.grades;
    if (grades === undefined || remainingG < minimumLotG) return false;
    return kind === 'LISTING' || grade === null || grades.includes(grade);
  }
}
