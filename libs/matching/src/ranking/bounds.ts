import { idPrefix } from './ids.js';
import type { Owners } from './owners.js';
import { OPEN_PRICE, type Rows } from './rows.js';

/** What a node of a tree knows of all rows below it: its place in `Bounds.of(node)`. */
export const B = {
  priceLeast: 0,
  priceMost: 1,
  south: 2,
  north: 3,
  west: 4,
  east: 5,
  firstLeast: 6,
  firstMost: 7,
  lastLeast: 8,
  lastMost: 9,
  gradeLeast: 10,
  gradeMost: 11,
  certificatesLeast: 12,
  certificatesMost: 13,
  reliabilityLeast: 14,
  reliabilityMost: 15,
  inclusionLeast: 16,
  inclusionMost: 17,
  /** Whether a row leaves the price open. */
  priceOpen: 18,
  /** Schemes that some row has. */
  certificatesAny: 19,
  /** Schemes that every row has. */
  certificatesAll: 20,
  varieties: 21,
  remainingMost: 22,
  minimumLotLeast: 23,
  windowLeast: 24,
  idLeast: 25,
} as const;
const STRIDE = 26;
/** The first so many come in pairs, least and most. */
export const PAIRS = 9;

const NOTHING = Float64Array.from({ length: STRIDE }, (_, field) =>
  field < 2 * PAIRS ? (field % 2 === 0 ? Infinity : -Infinity) : 0,
);
NOTHING[B.certificatesAll] = -1;
NOTHING[B.remainingMost] = -Infinity;
for (const least of [B.minimumLotLeast, B.windowLeast, B.idLeast]) NOTHING[least] = Infinity;

/** One bit of 31 for a variety, so that a node tells roughly which ones it has; the last bit is none. */
export const varietyBit = (variety: number): number => (variety === 0 ? 1 << 31 : 1 << (variety % 31));

export function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

export class Bounds {
  values = new Float64Array(64 * STRIDE);

  constructor(
    private readonly rows: Rows,
    private readonly owners: Owners,
  ) {}

  /** Where the bounds of a node begin. */
  readonly at = (node: number): number => node * STRIDE;

  clear(node: number): void {
    if (this.values.length < (node + 1) * STRIDE) {
      const before = this.values;
      (this.values = new Float64Array(Math.ceil(1.5 * (node + 1)) * STRIDE)).set(before);
    }
    this.values.set(NOTHING, node * STRIDE);
  }

  /** Widens the bounds of a node to those of another. */
  embrace(node: number, other: number): void {
    const { values } = this;
    const [at, from] = [node * STRIDE, other * STRIDE];
    for (let pair = 0; pair < 2 * PAIRS; pair += 2) {
      values[at + pair] = Math.min(values[at + pair]!, values[from + pair]!);
      values[at + pair + 1] = Math.max(values[at + pair + 1]!, values[from + pair + 1]!);
    }
    values[at + B.priceOpen]! |= values[from + B.priceOpen]!;
    values[at + B.certificatesAny]! |= values[from + B.certificatesAny]!;
    values[at + B.certificatesAll]! &= values[from + B.certificatesAll]!;
    values[at + B.varieties]! |= values[from + B.varieties]!;
    values[at + B.remainingMost] = Math.max(values[at + B.remainingMost]!, values[from + B.remainingMost]!);
    for (const least of [B.minimumLotLeast, B.windowLeast, B.idLeast])
      values[at + least] = Math.min(values[at + least]!, values[from + least]!);
  }

  widen(node: number, slot: number): void {
    const { rows, owners, values } = this;
    const at = node * STRIDE;
    const price = rows.price[slot]!;
    if (price === OPEN_PRICE) values[at + B.priceOpen] = 1;
    else stretch(values, at + B.priceLeast, price);
    const certificates = rows.certificates[slot]!;
    const owner = rows.owner[slot]!;
    stretch(values, at + B.south, rows.latitude[slot]!);
    stretch(values, at + B.west, rows.longitude[slot]!);
    stretch(values, at + B.firstLeast, rows.firstDay[slot]!);
    stretch(values, at + B.lastLeast, rows.lastDay[slot]!);
    stretch(values, at + B.gradeLeast, rows.grade[slot]!);
    stretch(values, at + B.certificatesLeast, countBits(certificates));
    stretch(values, at + B.reliabilityLeast, owners.reliability[owner]!);
    stretch(values, at + B.inclusionLeast, owners.inclusion[owner]!);
    values[at + B.certificatesAny]! |= certificates;
    values[at + B.certificatesAll]! &= certificates;
    values[at + B.varieties]! |= varietyBit(rows.variety[slot]!);
    values[at + B.remainingMost] = Math.max(values[at + B.remainingMost]!, rows.remaining[slot]!);
    values[at + B.minimumLotLeast] = Math.min(values[at + B.minimumLotLeast]!, rows.minimumLot[slot]!);
    const windowDays = rows.lastDay[slot]! - rows.firstDay[slot]! + 1;
    values[at + B.windowLeast] = Math.min(values[at + B.windowLeast]!, windowDays);
    values[at + B.idLeast] = Math.min(values[at + B.idLeast]!, idPrefix(rows.ids, slot));
  }
}

function stretch(values: Float64Array, pair: number, value: number): void {
  if (value < values[pair]!) values[pair] = value;
  if (value > values[pair + 1]!) values[pair + 1] = value;
}
