// The relaxation of a round (no lots, no limits, no bonus) by column generation, as RoundMarket settles it, pass by pass in sight of who measures.
import { visitPairsByProvince } from './walk-by-province.mjs';

const ROUNDS = '../../dist/libs/matching/src/rounds/';
const ALLOCATION = '../../dist/libs/matching/src/allocation/';
const { CompatiblePairs } = await import(`${ROUNDS}compatible-pairs.js`);
const { PairPool } = await import(`${ROUNDS}pair-pool.js`);
const { RoundMarket } = await import(`${ROUNDS}round-market.js`);
const { BestPairs } = await import(`${ROUNDS}best-pairs.js`);
const { noIncentive } = await import(`${ROUNDS}incentive.js`);
const { visitPairsAbove } = await import(`${ROUNDS}pairs-above.js`);
const { optimise } = await import(`${ALLOCATION}network-simplex.js`);
const { setPotentials } = await import(`${ALLOCATION}spanning-tree.js`);

/** As RoundSearch has it: of new pairs so many come in at once, by listing and by demand. */
const FEW = 5;
/** What a pair is worth whose listing or demand is gone. */
const WORTHLESS = -1_000_000_000;

export const cpuSeconds = () => Object.values(process.cpuUsage()).reduce((sum, part) => sum + part, 0) / 1e6;

/** One commodity's pairs, those of them that are looked at, and the network of these. */
export class Settling {
  /** @param byProvince whether a walk passes over provinces that lie too far away */
  constructor(book, isAbsent = () => false, { byProvince = false, few = FEW } = {}) {
    this.startedAt = cpuSeconds();
    this.pairs = new CompatiblePairs(book);
    this.pool = new PairPool(this.pairs, book);
    this.market = new RoundMarket(this.pairs, this.pool, noIncentive(this.pairs));
    this.book = book;
    this.few = few;
    this.provinceOf = byProvince ? provinces(book, this.pairs) : null;
    this.makeAbsent(isAbsent);
    this.beginCounting();
  }

  beginCounting() {
    this.passes = [];
    this.spent = { solving: 0, walking: 0, growing: 0 };
    this.mostPairs = 0;
    this.looks = 0;
    this.isSettled = false;
    this.pivotsBefore = this.market.tree.pivotCount;
  }

  /** @param isAbsent whether a posting isn't there (yet, or any more): no pair of it is looked for */
  makeAbsent(isAbsent) {
    const { listingPlaces, demandPlaces } = this.pairs;
    this.absent = {
      listings: Uint8Array.from(listingPlaces, (place) => Number(isAbsent('listing', place))),
      demands: Uint8Array.from(demandPlaces, (place) => Number(isAbsent('demand', place))),
    };
  }

  /** The pairs that are worth the most by these prices less a margin, by listing and by demand. */
  seed({ supply, demand } = this.noPrices(), margin = 0) {
    const lowered = { supply: supply.map((price) => price - margin), demand };
    if (this.provinceOf === null) this.looks += this.lookedAt(lowered);
    this.takeIn(this.spend('walking', () => this.above(lowered).best));
  }

  noPrices() {
    const { listingPlaces, demandPlaces } = this.pairs;
    return { supply: new Float64Array(listingPlaces.length), demand: new Float64Array(demandPlaces.length) };
  }

  /** With other postings absent. Pairs of what is gone become worthless: their flows stay possible, and the simplex has them go home. */
  beginAgain(isAbsent) {
    this.startedAt = cpuSeconds();
    this.makeAbsent(isAbsent);
    this.beginCounting();
    const { arcSupply, arcDemand, arcValue } = this.pool.arcs;
    for (let arc = 0; arc < arcValue.length; arc += 1)
      if (this.absent.listings[arcSupply[arc]] || this.absent.demands[arcDemand[arc]]) arcValue[arc] = WORTHLESS;
    this.market.grow();
    setPotentials(this.market.network, this.market.tree);
  }

  /**
   * Until no pair is worth more than its two prices, or the time is over.
   * @param dearest a pair that falls short of its two prices by more leaves the pool, unless it is in the tree
   */
  settle({ seconds = Infinity, dearest = Infinity, onPass = () => undefined } = {}) {
    const { market, pool } = this;
    for (;;) {
      this.spend('solving', () => optimise(market.network, market.tree));
      const { prices } = market;
      const { best, ofListing, ofDemand } = this.spend('walking', () => this.above(prices));
      if (this.provinceOf === null) this.looks += this.lookedAt(prices);
      this.mostPairs = Math.max(this.mostPairs, pool.size);
      const worth = this.worthOf(prices);
      const missed = Math.min(
        sum(ofListing, (gain, at) => gain * this.pairs.quantity(at)),
        sum(ofDemand, (gain, at) => gain * this.pairs.wantedQuantity(at)),
      );
      const bound = Math.min(worth + missed, this.passes.at(-1)?.bound ?? Infinity);
      const cpu = cpuSeconds() - this.startedAt;
      this.passes.push({ cpu, worth, bound, pairs: pool.size, pivots: market.tree.pivotCount });
      this.isSettled = missed === 0;
      onPass(this);
      if (this.isSettled || cpu > seconds) return;
      if (dearest < Infinity) this.spend('growing', () => this.drop(prices, dearest));
      this.takeIn(best);
    }
  }

  /** CPU seconds until the bound was this near. */
  cpuToGap(gap) {
    return this.passes.find(({ worth, bound }) => bound - worth <= gap * bound)?.cpu;
  }

  worthOf({ supply, demand }) {
    const { pairs, absent } = this;
    return (
      sum(supply, (price, at) => (absent.listings[at] ? 0 : price * pairs.quantity(at))) +
      sum(demand, (price, at) => (absent.demands[at] ? 0 : price * pairs.wantedQuantity(at)))
    );
  }

  takeIn(found) {
    this.spend('growing', () => {
      this.pool.add(found);
      this.market.grow();
    });
  }

  /** The walk of a round, and by how much the best pair of each posting is worth more than its prices. */
  above(prices) {
    const { pairs } = this;
    const [supply, demand] = [this.hidden(prices.supply, 'listings'), this.hidden(prices.demand, 'demands')];
    const best = new BestPairs(supply.length, demand.length, this.few, this.few);
    const ofListing = new Float64Array(supply.length);
    const ofDemand = new Float64Array(demand.length);
    const visit = (listing, its, more) => {
      best.offer(listing, its, more);
      if (more > ofListing[listing]) ofListing[listing] = more;
      if (more > ofDemand[its]) ofDemand[its] = more;
    };
    const least = (listing, its) => best.least(listing, its);
    for (const commodity of pairs.commodities) this.visit(commodity, { supply, demand }, visit, least);
    return { best, ofListing, ofDemand };
  }

  visit(commodity, prices, visit, least) {
    const { pairs, provinceOf, book } = this;
    if (provinceOf === null) visitPairsAbove(pairs, commodity, prices, visit, least);
    else
      this.looks += visitPairsByProvince(
        pairs,
        commodity,
        provinceOf,
        book.transportVndPerTonneKm,
        prices,
        visit,
        least,
      );
  }

  /** How many pairs a walk at these prices takes a first look at. */
  lookedAt(prices) {
    const { ask, maximum, commodities } = this.pairs;
    const [supply, demand] = [this.hidden(prices.supply, 'listings'), this.hidden(prices.demand, 'demands')];
    let count = 0;
    for (const { listings, demands } of commodities) {
      const costs = supply.slice(...listings).map((price, at) => ask[listings[0] + at] + price);
      costs.sort();
      for (let its = demands[0]; its < demands[1]; its += 1) count += below(costs, maximum[its] - demand[its]);
    }
    return count;
  }

  hidden(prices, side) {
    return prices.map((price, at) => (this.absent[side][at] ? Infinity : price));
  }

  drop({ supply, demand }, dearest) {
    const { pool, market } = this;
    const { network, tree } = market;
    const { arcSupply, arcDemand, arcValue } = pool.arcs;
    const stays = Uint8Array.from(arcValue, (value, arc) =>
      Number(value - supply[arcSupply[arc]] - demand[arcDemand[arc]] >= -dearest),
    );
    for (let node = 1; node < network.nodeCount; node += 1) {
      const arc = network.problemArc[tree.parentArc[node]];
      if (arc !== -1) stays[arc] = 1;
    }
    let next = 0;
    const placeOf = Int32Array.from(stays, (its) => (its ? next++ : -1));
    network.problemArc.forEach((arc, place) => {
      if (arc !== -1) network.problemArc[place] = placeOf[arc];
    });
    for (const column of Object.keys(pool.arcs)) pool.arcs[column] = pool.arcs[column].filter((_, arc) => stays[arc]);
  }

  spend(on, work) {
    const before = cpuSeconds();
    const result = work();
    this.spent[on] += cpuSeconds() - before;
    return result;
  }
}

function provinces({ listings }, { listingPlaces }) {
  const numbers = new Map();
  return Int32Array.from(listingPlaces, (place) => {
    const { provinceCode } = listings[place];
    if (!numbers.has(provinceCode)) numbers.set(provinceCode, numbers.size);
    return numbers.get(provinceCode);
  });
}

const sum = (numbers, of) => numbers.reduce((total, number, at) => total + of(number, at), 0);

function below(sorted, limit) {
  let [least, most] = [0, sorted.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if (sorted[middle] < limit) least = middle + 1;
    else most = middle;
  }
  return least;
}
