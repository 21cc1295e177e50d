import { bestOfEach, boundAt, pricesTried } from './bundle-bound.js';
import { bestFirst, sharesOf, SUPPLIER_COST, worthOf, type Candidate, type Order, type Share } from './bundle.js';

export interface FoundBundle {
  readonly shares: readonly Share[];
  /** Millionths × grams, as the bound. */
  readonly worth: bigint;
  /** No bundle is worth more. */
  readonly bound: bigint;
}

/** Starts of the search: the choices at the prices with the lowest bounds. */
const STARTS = 8;
/** Candidates that a part of a bundle is exchanged for. */
const SHORT_LIST = 64;
/** Sets looked at in all: some milliseconds. */
const LOOKS_MAX = 40_000;

/**
 * Bundles of these candidates that fill the order, the best that were found first, no two of the same suppliers; a supplier has one listing
 * in a bundle. They start from what prices choose, and are bettered by exchanging, adding and leaving out one at a time.
 */
export function findBundles(candidates: readonly Candidate[], order: Order, count: number): FoundBundle[] {
  const largest = bestOfEach(candidates, order, ({ mostG }) => mostG);
  const [lowest, ...others] = pricesTried(candidates, order);
  if (!lowest || largest.reduce((all, { mostG }) => all + mostG, 0) < order.quantityG) return [];
  const search = new Search([...candidates].sort(bestFirst), order, lowest.price, count);
  for (const { chosen } of [lowest, ...others].slice(0, STARTS)) search.climbFrom(chosen);
  search.climbFrom(largest);
  search.spread();
  const bound = boundAt(lowest.price, candidates, order);
  return search.best().map((shares) => ({ shares, worth: worthOf(shares, order), bound }));
}

/** Candidates by their places in the order of scores, that fill the order together, and what they are worth, as near as doubles come. */
interface Found {
  readonly places: readonly number[];
  readonly worth: number;
  readonly suppliers: string;
  isLookedAround: boolean;
}

const NONE = -1;
const NOT_FILLED = -Infinity;

class Search {
  private readonly suppliers: Int32Array;
  private readonly scores: Float64Array;
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private readonly shortList: readonly number[];
  /** The best ones, no two of the same suppliers. */
  private kept: Found[] = [];
  private looksLeft = LOOKS_MAX;

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly order: Order,
    price: number,
    private readonly count: number,
  ) {
    const numbers = new Map(
      [...new Set(candidates.map(({ supplierId }) => supplierId))].map((id, number) => [id, number]),
    );
    this.suppliers = Int32Array.from(candidates, ({ supplierId }) => numbers.get(supplierId)!);
    this.scores = Float64Array.from(candidates, ({ score }) => score);
    this.least = Float64Array.from(candidates, ({ leastG }) => leastG);
    this.most = Float64Array.from(candidates, ({ mostG }) => mostG);
    const earns = candidates.map(({ score, mostG }) => (score - price) * mostG);
    this.shortList = [...candidates.keys()].sort((a, b) => earns[b]! - earns[a]! || a - b).slice(0, SHORT_LIST);
  }

  /** Makes a bundle of these, and of others where they are not enough, and betters it one step at a time. */
  climbFrom(wanted: readonly Candidate[]): void {
    let here = this.fill(new Set(wanted));
    while (here && !here.isLookedAround) {
      const next = this.bestNeighbour(here);
      here = next && next.worth > here.worth ? next : null;
    }
  }

  /** Looks around those found, and then everywhere, until there are enough of them. */
  spread(): void {
    while (this.kept.length < this.count && this.looksLeft > 0) {
      const next = this.kept.find(({ isLookedAround }) => !isLookedAround);
      if (!next) break;
      this.bestNeighbour(next);
    }
    this.lookEverywhere([], 0);
  }

  best(): Share[][] {
    return this.kept.flatMap(({ places }) => {
      const shares = sharesOf(
        places.map((place) => this.candidates[place]!),
        this.order,
      );
      return shares ? [shares] : [];
    });
  }

  /** Takes them one by one, as long as the least of all fits, until the order is filled. */
  private fill(wanted: ReadonlySet<Candidate>): Found | null {
    const first = [...this.candidates.keys()].filter((place) => wanted.has(this.candidates[place]!));
    const taken: number[] = [];
    let [least, most] = [0, 0];
    for (const place of new Set([...first, ...this.shortList])) {
      if (taken.length === this.order.suppliersMax || most >= this.order.quantityG) break;
      if (least + this.least[place]! > this.order.quantityG || !this.isFree(taken, place)) continue;
      taken.push(place);
      least += this.least[place]!;
      most += this.most[place]!;
    }
    taken.sort((a, b) => a - b);
    return this.keep(taken, this.look(taken, NONE, NONE));
  }

  private bestNeighbour(here: Found): Found | null {
    here.isLookedAround = true;
    let [leaves, comes, best] = [NONE, NONE, NOT_FILLED];
    const consider = (leaving: number, coming: number): void => {
      const worth = this.look(here.places, leaving, coming);
      if (worth > this.leastKept()) this.keep(exchange(here.places, leaving, coming), worth);
      if (worth > best) [leaves, comes, best] = [leaving, coming, worth];
    };
    for (const leaving of [NONE, ...here.places]) {
      if (leaving !== NONE) consider(leaving, NONE);
      if (leaving === NONE && here.places.length === this.order.suppliersMax) continue;
      for (const coming of this.shortList) if (this.looksLeft > 0) consider(leaving, coming);
    }
    return this.keep(exchange(here.places, leaves, comes), best);
  }

  /** One set after the other, but for those that can't be filled whatever is added. */
  private lookEverywhere(taken: readonly number[], from: number): void {
    if (this.looksLeft <= 0 || this.kept.length >= this.count) return;
    let [least, most] = [0, 0];
    for (const place of taken) {
      least += this.least[place]!;
      most += this.most[place]!;
    }
    for (let place = from; place < this.candidates.length; place += 1) most += this.most[place]!;
    if (least > this.order.quantityG || most < this.order.quantityG) return;
    this.keep(taken, this.look(taken, NONE, NONE));
    if (taken.length === this.order.suppliersMax) return;
    for (let place = from; place < this.candidates.length; place += 1)
      if (this.isFree(taken, place)) this.lookEverywhere([...taken, place], place + 1);
  }

  /** What these are worth together, without the one that leaves and with the one that comes. */
  private look(places: readonly number[], leaving: number, coming: number): number {
    this.looksLeft -= 1;
    const { least, most, scores, suppliers } = this;
    const supplier = coming === NONE ? NONE : suppliers[coming]!;
    let left = this.order.quantityG - (coming === NONE ? 0 : least[coming]!);
    let count = coming === NONE ? 0 : 1;
    for (const place of places) {
      if (place === leaving) continue;
      if (suppliers[place] === supplier) return NOT_FILLED;
      left -= least[place]!;
      count += 1;
    }
    if (left < 0 || count === 0) return NOT_FILLED;
    let worth = -SUPPLIER_COST * (count - 1) * this.order.quantityG;
    let waiting = coming;
    for (let index = 0; index < places.length || waiting !== NONE;) {
      const next = index < places.length ? places[index]! : Infinity;
      const place = waiting !== NONE && waiting < next ? waiting : next;
      if (place === waiting) waiting = NONE;
      else index += 1;
      if (place === leaving) continue;
      const more = Math.min(left, most[place]! - least[place]!);
      left -= more;
      worth += scores[place]! * (least[place]! + more);
    }
    return left > 0 ? NOT_FILLED : worth;
  }

  private isFree(taken: readonly number[], place: number): boolean {
    return !taken.some((other) => this.suppliers[other] === this.suppliers[place]);
  }

  private leastKept(): number {
    return this.kept.length < this.count ? NOT_FILLED : this.kept.at(-1)!.worth;
  }

  private keep(places: readonly number[], worth: number): Found | null {
    if (worth === NOT_FILLED) return null;
    const suppliers = places
      .map((place) => this.suppliers[place]!)
      .sort((a, b) => a - b)
      .join();
    const same = this.kept.find((other) => other.suppliers === suppliers);
    if (same && same.worth >= worth) return same;
    const found = { places, worth, suppliers, isLookedAround: false };
    const rest = this.kept.filter((other) => other !== same);
    this.kept = [...rest, found]
      .sort((a, b) => b.worth - a.worth || (a.suppliers < b.suppliers ? -1 : 1))
      .slice(0, this.count);
    return found;
  }
}

const exchange = (places: readonly number[], leaving: number, coming: number): number[] =>
  [...places.filter((place) => place !== leaving), ...(coming === NONE ? [] : [coming])].sort((a, b) => a - b);
