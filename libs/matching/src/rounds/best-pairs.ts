const NONE = -1;

/** Of the pairs that are offered it keeps for each listing and each demand the few that gain the most, first come first kept among equals. */
export class BestPairs {
  private readonly ofListings: BestFew;
  private readonly ofDemands: BestFew;

  constructor(listingCount: number, demandCount: number, fewOfListing: number, fewOfDemand: number) {
    this.ofListings = new BestFew(listingCount, fewOfListing);
    this.ofDemands = new BestFew(demandCount, fewOfDemand);
  }

  /** What doesn't gain more than this would not be kept. */
  least(listing: number, demand: number): number {
    return Math.min(this.ofListings.least(listing), this.ofDemands.least(demand));
  }

  offer(listing: number, demand: number, gain: number): void {
    this.ofListings.offer(listing, demand, gain);
    this.ofDemands.offer(demand, listing, gain);
  }

  /** Each pair once, by demand. */
  forEach(visit: (listing: number, demand: number) => void): void {
    this.ofDemands.forEach((demand, listing) => visit(listing, demand));
    this.ofListings.forEach((listing, demand) => {
      if (!this.ofDemands.has(demand, listing)) visit(listing, demand);
    });
  }
}

/** For each owner its best few, the worst of them first. */
class BestFew {
  private readonly others: Int32Array;
  private readonly gains: Float64Array;

  constructor(
    private readonly ownerCount: number,
    private readonly few: number,
  ) {
    this.others = new Int32Array(ownerCount * few).fill(NONE);
    this.gains = new Float64Array(ownerCount * few);
  }

  least(owner: number): number {
    return this.few === 0 ? Infinity : this.gains[owner * this.few]!;
  }

  offer(owner: number, other: number, gain: number): void {
    if (gain <= this.least(owner)) return;
    const { gains, others } = this;
    const end = (owner + 1) * this.few;
    let at = owner * this.few;
    for (; at + 1 < end && gains[at + 1]! < gain; at += 1) {
      gains[at] = gains[at + 1]!;
      others[at] = others[at + 1]!;
    }
    gains[at] = gain;
    others[at] = other;
  }

  has(owner: number, other: number): boolean {
    for (let at = owner * this.few; at < (owner + 1) * this.few; at += 1) if (this.others[at] === other) return true;
    return false;
  }

  forEach(visit: (owner: number, other: number) => void): void {
    for (let owner = 0; owner < this.ownerCount; owner += 1)
      for (let at = owner * this.few; at < (owner + 1) * this.few; at += 1)
        if (this.others[at] !== NONE) visit(owner, this.others[at]!);
  }
}
