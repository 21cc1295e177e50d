const PROVINCES = 34;
const COMMODITIES = 60;
const SCHEMES = ['VIETGAP', 'GLOBALGAP', 'ORGANIC', 'OCOP', 'HACCP'];
const SCHEME_SHARES = [0.45, 0.2, 0.12, 0.06, 0.04];
const GRADES = ['1', '2', '3', '4'];
const SEASON_DAYS = 150;
const LISTINGS_OF_ORGANIZATION = 5.4;

/** Numbers that come back with their seed (mulberry32), 0..1. */
export function numbersOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An invented country: what the national data look like where ranking is concerned. Commodities after Zipf (0.9), the first has 18%. */
export class RankingWorld {
  constructor(seed, today) {
    this.next = numbersOf(seed);
    this.today = today;
    const shares = Array.from({ length: COMMODITIES }, (_, rank) => 1 / (rank + 1) ** 0.9);
    const total = shares.reduce((sum, share) => sum + share, 0);
    let below = 0;
    this.cumulative = shares.map((share) => (below += share / total));
    this.commodities = shares.map((_, rank) => ({
      code: `c${rank}`,
      grades: GRADES,
      perishableDays: rank % 10 === 9 ? 2 : null,
    }));
    this.basePrices = this.commodities.map(() => Math.round(this.logUniform(4000, 60_000)));
    this.seats = Array.from({ length: PROVINCES }, () => [this.between(9, 22.5), this.between(104, 109)]);
    this.organizations = [];
    this.idTime = Date.parse('2026-01-01T00:00:00Z');
  }

  between(low, high) {
    return low + this.next() * (high - low);
  }

  whole(low, high) {
    return Math.floor(this.between(low, high + 1));
  }

  logUniform(low, high) {
    return low * (high / low) ** this.next();
  }

  /** UUIDs of version 7, as PostgreSQL makes them. */
  id() {
    this.idTime += 20;
    const word = () =>
      Math.floor(this.next() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    const time = this.idTime.toString(16).padStart(12, '0');
    const rest = word() + word() + word();
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
  }

  owner() {
    const [latitude, longitude] = this.seats[this.whole(0, PROVINCES - 1)];
    const endedLineCount = this.next() < 0.4 ? this.whole(1, 12) : 0;
    return {
      id: this.id(),
      latitude: Math.round(100 * (latitude + this.between(-0.4, 0.4))) / 100,
      longitude: Math.round(100 * (longitude + this.between(-0.4, 0.4))) / 100,
      included: this.next() < 0.7,
      endedLineCount,
      kept: endedLineCount * (0.5 + 0.5 * this.next()),
    };
  }

  supplier() {
    if (this.organizations.length === 0 || this.next() < 1 / LISTINGS_OF_ORGANIZATION)
      this.organizations.push(this.owner());
    return this.organizations[this.whole(Math.max(0, this.organizations.length - 50), this.organizations.length - 1)];
  }

  commodity() {
    const drawn = this.next();
    return Math.min(
      COMMODITIES - 1,
      this.cumulative.findIndex((below) => drawn <= below),
    );
  }

  listing(owner = this.supplier()) {
    const commodity = this.commodity();
    const firstDay = this.today + this.whole(0, SEASON_DAYS);
    const lot = this.logUniform(200, 13_000);
    return {
      ...this.posting(owner, commodity, firstDay, firstDay + this.whole(6, 51)),
      grade: GRADES[this.whole(0, 3)],
      certifications: SCHEMES.filter((_, scheme) => this.next() < SCHEME_SHARES[scheme]),
      remainingG: Math.round(lot) * 1000,
      minimumLotG: Math.round(Math.min(lot, this.logUniform(50, 1000))) * 1000,
      priceVndPerKg: this.next() < 0.03 ? null : Math.round(this.basePrices[commodity] * this.between(0.7, 1.3)),
    };
  }

  demand(owner = this.owner()) {
    const commodity = this.commodity();
    const firstDay = this.today + this.whole(0, SEASON_DAYS);
    return {
      ...this.posting(owner, commodity, firstDay, firstDay + this.whole(4, 29)),
      grade: this.next() < 0.5 ? null : GRADES[this.whole(0, 3)],
      certifications: SCHEMES.filter((_, scheme) => this.next() < SCHEME_SHARES[scheme] / 3),
      remainingG: Math.round(this.between(2000, 99_000)) * 1000,
      minimumLotG: Math.round(this.between(200, 1200)) * 1000,
      priceVndPerKg: this.next() < 0.05 ? null : Math.round(this.basePrices[commodity] * this.between(0.8, 1.4)),
    };
  }

  posting(owner, commodity, firstDay, lastDay) {
    const { id: ownerId, latitude, longitude } = owner;
    const code = this.commodities[commodity].code;
    return { id: this.id(), ownerId, commodityCode: code, variety: null, firstDay, lastDay, latitude, longitude };
  }
}
