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

/** Finds the demands for a listing. The rules are those of feasibility.ts, the formulas those of score.ts. */
export class DemandSeeker implements Seeker {
  private readonly ask: number;
  private readonly remaining: number;
  private readonly minimumLot: number;
  private readonly firstDay: number;
  private readonly lastDay: number;
  private readonly latitude: number;
  private readonly longitude: number;
  private readonly grade: number;
  private readonly certificates: number;
  private readonly certificateCount: number;
  /** Of demands that this listing's variety, or its lack of one, will do for. */
  private readonly varieties: number;
  private readonly variety: number;
  private readonly supplier: number;
  /** What the supplier adds to every score. */
  private readonly ofSupplier: number;

  constructor(
    private readonly demands: Shelf,
    owners: Owners,
    private readonly weights: DoubleWeights,
    private readonly perishable: boolean,
    { rows }: Shelf,
    listing: number,
  ) {
    this.ask = rows.price[listing]!;
    this.remaining = rows.remaining[listing]!;
    this.minimumLot = rows.minimumLot[listing]!;
    this.firstDay = rows.firstDay[listing]!;
    this.lastDay = rows.lastDay[listing]!;
    this.latitude = rows.latitude[listing]!;
    this.longitude = rows.longitude[listing]!;
    this.grade = rows.grade[listing]!;
    this.certificates = rows.certificates[listing]!;
    this.certificateCount = countBits(this.certificates);
    this.variety = rows.variety[listing]!;
    this.varieties = varietyBit(0) | varietyBit(this.variety);
    this.supplier = rows.owner[listing]!;
    this.ofSupplier =
      weights.RELIABILITY * owners.reliability[this.supplier]! + weights.INCLUSION * owners.inclusion[this.supplier]!;
  }

  bound(node: number): number {
    const { values } = this.demands.bounds;
    const at = this.demands.bounds.at(node);
    const { ask, weights } = this;
    const priceMost = values[at + B.priceMost]!;
    const priceOpen = values[at + B.priceOpen] === 1;
    const gradeLeast = values[at + B.gradeLeast]!;
    if (
      (ask !== OPEN_PRICE && priceMost < ask && !priceOpen) ||
      values[at + B.remainingMost]! < this.minimumLot ||
      values[at + B.minimumLotLeast]! > this.remaining ||
      values[at + B.firstLeast]! > this.lastDay ||
      values[at + B.lastMost]! < this.firstDay ||
      gradeLeast > this.grade ||
      (values[at + B.certificatesAll]! & ~this.certificates) !== 0 ||
      (values[at + B.varieties]! & this.varieties) === 0
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
    if (ask !== OPEN_PRICE) {
      price = priceOpen ? 0.5 : 0;
      if (priceMost >= ask) price = Math.max(price, priceValue(ask, priceMost));
    }
    const sharedDays =
      Math.min(this.lastDay, values[at + B.lastMost]!) - Math.max(this.firstDay, values[at + B.firstLeast]!) + 1;
    const steps = this.grade === NO_GRADE ? 0 : this.grade - Math.max(0, gradeLeast);
    const extra = Math.max(0, this.certificateCount - values[at + B.certificatesLeast]!);
    return (
      weights.PRICE * price +
      weights.DISTANCE * distanceValue(metres) +
      weights.TIMING * Math.min(1, sharedDays / values[at + B.windowLeast]!) +
      weights.QUALITY * qualityValue(steps, extra) +
      this.ofSupplier
    );
  }

  score(slot: number, least: number): number {
    const { rows } = this.demands;
    const { ask, weights } = this;
    const maximum = rows.price[slot]!;
    const minimumGrade = rows.grade[slot]!;
    const required = rows.certificates[slot]!;
    const variety = rows.variety[slot]!;
    const firstDay = rows.firstDay[slot]!;
    const lastDay = rows.lastDay[slot]!;
    const sharedDays = Math.min(this.lastDay, lastDay) - Math.max(this.firstDay, firstDay) + 1;
    if (
      (maximum !== OPEN_PRICE && ask > maximum) ||
      rows.remaining[slot]! < this.minimumLot ||
      rows.minimumLot[slot]! > this.remaining ||
      sharedDays <= 0 ||
      this.grade < minimumGrade ||
      (required & ~this.certificates) !== 0 ||
      (variety !== 0 && variety !== this.variety) ||
      rows.owner[slot] === this.supplier
    )
      return -1;
    const gradeSteps = this.grade === NO_GRADE ? 0 : this.grade - Math.max(0, minimumGrade);
    const withoutDistance =
      weights.PRICE * (maximum === OPEN_PRICE || ask === OPEN_PRICE ? 0.5 : priceValue(ask, maximum)) +
      weights.TIMING * (sharedDays / (lastDay - firstDay + 1)) +
      weights.QUALITY * qualityValue(gradeSteps, this.certificateCount - countBits(required)) +
      this.ofSupplier;
    if (!this.perishable && withoutDistance + weights.DISTANCE < least) return withoutDistance;
    const metres = wholeMetres(this.latitude, this.longitude, rows.latitude[slot]!, rows.longitude[slot]!);
    if (this.perishable && metres > PERISHABLE_DISTANCE_M_MAX) return -1;
    return withoutDistance + weights.DISTANCE * distanceValue(metres);
  }
}
