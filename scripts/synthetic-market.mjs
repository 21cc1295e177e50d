// A market as one could be: few commodities make most of it, harvests are small and orders large. The same seed, the same market.

const COMMODITIES = 60;
const PROVINCES = 34;
const ZIPF = 0.9;
const SEASON_DAYS = 150;
const HANDLING_VND_PER_KG = 250;
const TRANSPORT_VND_PER_KG_KM = 2.6;
const CERTIFICATES = [0.45, 0.2, 0.12, 0.06, 0.04];
const LISTINGS_OF_AN_ORGANIZATION = 5.4;
const NOT_LINKED = 0.7;
const BONUS_VND = 1_000_000;

/**
 * A problem of `allocate`: each demand with its best `candidates` listings and each listing with its best demands, of those that
 * fit in commodity, days, grade and certificates.
 */
export function syntheticMarket({ listings, demands, candidates, seed = 1, withRules = false, withBonus = false }) {
  const dice = diceOf(seed);
  const commodities = zipf(COMMODITIES);
  const provinces = Array.from({ length: PROVINCES }, () => ({ x: dice() * 600, y: dice() * 1_500 }));
  const place = () => {
    const { x, y } = provinces[Math.floor(dice() * PROVINCES)];
    return { x: x + dice() * 60, y: y + dice() * 60 };
  };
  const window = (least, most) => {
    const from = Math.floor(dice() * SEASON_DAYS);
    return { from, to: from + least + Math.floor(dice() * (most - least)) };
  };
  const certificates = (share) =>
    CERTIFICATES.reduce((mask, chance, bit) => mask | (dice() < chance * share ? 1 << bit : 0), 0);
  const logUniform = (least, most) => Math.round(least * (most / least) ** dice());
  const basePrice = Array.from({ length: COMMODITIES }, () => 6_000 + dice() * 30_000);
  const organizations = Math.ceil(listings / LISTINGS_OF_AN_ORGANIZATION);
  const isLinked = Array.from({ length: organizations }, () => dice() >= NOT_LINKED);
  const supplySide = Array.from({ length: listings }, (_, index) => {
    const commodity = pick(commodities, dice());
    return {
      index,
      commodity,
      ...place(),
      ...window(7, 52),
      price: Math.round(basePrice[commodity] * (0.8 + dice() * 0.4)),
      quantity: logUniform(200, 13_000),
      grade: Math.floor(dice() * 4),
      certificates: certificates(1),
      organization: Math.floor(dice() * organizations),
    };
  });
  const demandSide = Array.from({ length: demands }, (_, index) => {
    const commodity = pick(commodities, dice());
    return {
      index,
      commodity,
      ...place(),
      ...window(5, 30),
      price: Math.round(basePrice[commodity] * (0.95 + dice() * 0.35)),
      quantity: logUniform(2_000, 99_000),
      grade: Math.floor(dice() * 4),
      certificates: certificates(0.3),
      lot: logUniform(200, 1_200),
      suppliers: 3 + Math.floor(dice() * 12),
    };
  });
  return {
    supplies: supplySide.map(({ index, quantity, organization }) =>
      withBonus && !isLinked[organization]
        ? { id: `s${index}`, quantity, group: `o${organization}` }
        : { id: `s${index}`, quantity },
    ),
    demands: demandSide.map(({ index, quantity, lot, suppliers }) =>
      withRules
        ? { id: `d${index}`, quantity, minimumLot: lot, maximumSuppliers: suppliers }
        : { id: `d${index}`, quantity },
    ),
    arcs: candidatePairs(supplySide, demandSide, candidates),
    groups: withBonus
      ? isLinked.flatMap((linked, organization) => (linked ? [] : [{ id: `o${organization}`, bonus: BONUS_VND }]))
      : [],
  };
}

function candidatePairs(supplySide, demandSide, candidates) {
  const arcs = [];
  for (let commodity = 0; commodity < COMMODITIES; commodity += 1) {
    const supplies = supplySide.filter((supply) => supply.commodity === commodity);
    const demands = demandSide.filter((demand) => demand.commodity === commodity);
    const ofSupply = supplies.map(() => new BestOf(candidates));
    const ofDemand = demands.map(() => new BestOf(candidates));
    demands.forEach((demand, d) => {
      supplies.forEach((supply, s) => {
        const worth = worthOf(supply, demand);
        if (worth <= 0) return;
        ofDemand[d].offer(s, worth);
        ofSupply[s].offer(d, worth);
      });
    });
    const chosen = demands.map((_, d) => new Map(ofDemand[d].entries()));
    ofSupply.forEach((best, s) => {
      for (const [d, worth] of best.entries()) chosen[d].set(s, worth);
    });
    chosen.forEach((pairs, d) => {
      for (const [s, value] of pairs)
        arcs.push({ supply: `s${supplies[s].index}`, demand: `d${demands[d].index}`, value });
    });
  }
  return arcs;
}

function worthOf(supply, demand) {
  if (supply.to < demand.from || supply.from > demand.to) return 0;
  if (supply.grade > demand.grade || (demand.certificates & ~supply.certificates) !== 0) return 0;
  const distance = Math.hypot(supply.x - demand.x, supply.y - demand.y);
  return Math.round(demand.price - supply.price - HANDLING_VND_PER_KG - TRANSPORT_VND_PER_KG_KM * distance);
}

/** The so many best, the worst of them first. */
class BestOf {
  constructor(most) {
    this.most = most;
    this.places = [];
    this.worths = [];
  }

  offer(place, worth) {
    if (this.places.length === this.most && worth <= this.worths[0]) return;
    let at = 0;
    while (at < this.worths.length && this.worths[at] < worth) at += 1;
    this.worths.splice(at, 0, worth);
    this.places.splice(at, 0, place);
    if (this.places.length <= this.most) return;
    this.worths.shift();
    this.places.shift();
  }

  entries() {
    return this.places.map((place, at) => [place, this.worths[at]]);
  }
}

export function zipf(count) {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + 1) ** ZIPF);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => (sum += weight / total));
}

export const pick = (cumulated, chance) => {
  const found = cumulated.findIndex((limit) => chance < limit);
  return found === -1 ? cumulated.length - 1 : found;
};

/** Mulberry32. */
export function diceOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
