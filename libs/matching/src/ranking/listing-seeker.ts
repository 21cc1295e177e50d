import { B, countBits, varietyBit } from './bounds.js';
import { metresToBox, wholeMetres } from './metres.js';
import { NO_GRADE, OPEN_PRICE } from './rows.js';
import {
  distanceValue,
  PERISHABLE_DISTANCE_M_MAX,
  priceValue,
  qualityValue,
  type DoubleWeights,
  type Seeker,
} from './seeker.js';
import type { Shelf } from './shelf.js';
import type { Owners } from './owners.js';

/** Finds the listings for a demand. The rules are those of feasibility.ts, the formulas those of score.ts. */
export class ListingSeeker implements Seeker {
  private readonly maximum: number;
  private readonly remaining: number;
  private readonly minimumLot: number;
  private readonly firstDay: number;
  private readonly lastDay: number;
  private readonly windowDays: number;
  private readonly latitude: number;
  private readonly longitude: number;
  private readonly minimumGrade: number;
  private readonly required: number;
  private readonly requiredCount: number;
  private readonly variety: number;
  private readonly buyer: number;

  constructor(
    private readonly listings: Shelf,
    private readonly owners: Owners,
    private readonly weights: DoubleWeights,
    private readonly perishable: boolean,
    { rows }: Shelf,
    demand: number,
  ) {
    this.maximum = rows.price[demand]!;
    this.remaining = rows.remaining[demand]!;
    this.minimumLot = rows.minimumLot[demand]!;
    this.firstDay = rows.firstDay[demand]!;
    this.lastDay = rows.lastDay[demand]!;
    this.windowDays = this.lastDay - this.firstDay + 1;
    this.latitude = rows.latitude[demand]!;
    this.longitude = rows.longitude[demand]!;
    this.minimumGrade = rows.grade[demand]!;
    this.required = rows.certificates[demand]!;
    this.requiredCount = countBits(this.required);
    this.variety = rows.variety[demand]!;
    this.buyer = rows.owner[demand]!;
  }

  bound(node: number): number {
    const { values } = this.listings.bounds;
    const at = this.listings.bounds.at(node);
    const { maximum, weights } = this;
    const priceLeast = values[at + B.priceLeast]!;
    const priceOpen = values[at + B.priceOpen] === 1;
    const gradeMost = values[at + B.gradeMost]!;
    const certificatesAny = values[at + B.certificatesAny]!;
    if (
      (maximum !== OPEN_PRICE && priceLeast > maximum && !priceOpen) ||
      values[at + B.remainingMost]! < this.minimumLot ||
      values[at + B.minimumLotLeast]! > this.remaining ||
      values[at + B.firstLeast]! > this.lastDay ||
      values[at + B.lastMost]! < this.firstDay ||
      gradeMost < this.minimumGrade ||
      (this.required & ~certificatesAny) !== 0 ||
      (this.variety !== 0 && (values[at + B.varieties]! & varietyBit(this.variety)) === 0)
    )
      return -1;
    const metres = metresToBox(
      this.latitude,
      this.longitude,
      values[at + B.south]!,
      values[at + B.north]!,
      values[at + B.west]!,
      values[at + B.east]!,
    );
    if (this.perishable && metres > PERISHABLE_DISTANCE_M_MAX) return -1;
    let price = 0.5;
    if (maximum !== OPEN_PRICE) {
      price = priceOpen ? 0.5 : 0;
      if (priceLeast <= maximum) price = Math.max(price, priceValue(priceLeast, maximum));
    }
    const sharedDays =
      Math.min(this.lastDay, values[at + B.lastMost]!) - Math.max(this.firstDay, values[at + B.firstLeast]!) + 1;
    const extra = Math.min(
      values[at + B.certificatesMost]! - this.requiredCount,
      countBits(certificatesAny & ~this.required),
    );
    return (
      weights.PRICE * price +
      weights.DISTANCE * distanceValue(metres) +
      weights.TIMING * (sharedDays / this.windowDays) +
      weights.QUALITY * qualityValue(Math.max(0, gradeMost - Math.max(0, this.minimumGrade)), extra) +
      weights.RELIABILITY * values[at + B.reliabilityMost]! +
      weights.INCLUSION * values[at + B.inclusionMost]!
    );
  }

  score(slot: number, least: number): number {
    const { rows } = this.listings;
    const { maximum, weights, owners } = this;
    const ask = rows.price[slot]!;
    const grade = rows.grade[slot]!;
    const certificates = rows.certificates[slot]!;
    const owner = rows.owner[slot]!;
    const sharedDays = Math.min(this.lastDay, rows.lastDay[slot]!) - Math.max(this.firstDay, rows.firstDay[slot]!) + 1;
    if (
      (maximum !== OPEN_PRICE && ask > maximum) ||
      rows.remaining[slot]! < this.minimumLot ||
      rows.minimumLot[slot]! > this.remaining ||
      sharedDays <= 0 ||
      grade < this.minimumGrade ||
      (this.required & ~certificates) !== 0 ||
      (this.variety !== 0 && rows.variety[slot] !== this.variety) ||
      owner === this.buyer
    )
      return -1;
    const gradeSteps = grade === NO_GRADE ? 0 : grade - Math.max(0, this.minimumGrade);
    const withoutDistance =
      weights.PRICE * (maximum === OPEN_PRICE || ask === OPEN_PRICE ? 0.5 : priceValue(ask, maximum)) +
      weights.TIMING * (sharedDays / this.windowDays) +
      weights.QUALITY * qualityValue(gradeSteps, countBits(certificates) - this.requiredCount) +
      weights.RELIABILITY * owners.reliability[owner]! +
      weights.INCLUSION * owners.inclusion[owner]!;
    if (!this.perishable && withoutDistance + weights.DISTANCE < least) return withoutDistance;
    const metres = wholeMetres(rows.latitude[slot]!, rows.longitude[slot]!, this.latitude, this.longitude);
    if (this.perishable && metres > PERISHABLE_DISTANCE_M_MAX) return -1;
    return withoutDistance + weights.DISTANCE * distanceValue(metres);
  }
}
