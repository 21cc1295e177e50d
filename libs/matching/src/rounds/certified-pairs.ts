import { distanceM } from '../distance.js';
import type { RoundBook, RoundDemand, RoundListing } from './round.js';

const SPOILS_BEYOND_M = 300_000;

/** A listing and a demand that fit. */
export interface CertifiedPair {
  /** What a kilogram is worth, whole VND: maximum − ask − its way, rounded up. */
  readonly value: number;
  readonly lotKg: number;
}

/** Null where they don't fit, or there is no such listing or demand. */
export function pairOf(book: RoundBook, listing: number, demand: number): CertifiedPair | null {
  const offered = book.listings[listing];
  const wanted = book.demands[demand];
  if (!offered || !wanted || !mayFit(offered, wanted)) return null;
  const metres = distanceM(offered, wanted);
  if (offered.spoilsFast && metres > SPOILS_BEYOND_M) return null;
  const wayVnd = Math.ceil((metres * book.transportVndPerTonneKm) / 1_000_000);
  return { value: wanted.maximumVndPerKg - offered.askVndPerKg - wayVnd, lotKg: lotOf(offered, wanted) };
}

/** Every pair that fits, by demand; listings and demands by their places in the book. */
export function visitPairs(
  book: RoundBook,
  visit: (pair: CertifiedPair, listing: number, demand: number) => void,
): void {
  const byCommodity = new Map<string, number[]>();
  book.listings.forEach(({ commodityCode }, place) => {
    if (byCommodity.get(commodityCode)?.push(place) === undefined) byCommodity.set(commodityCode, [place]);
  });
  book.demands.forEach(({ commodityCode }, demand) => {
    for (const listing of byCommodity.get(commodityCode) ?? []) {
      const pair = pairOf(book, listing, demand);
      if (pair) visit(pair, listing, demand);
    }
  });
}

/** Numbers first: of a large book they refuse most pairs, and texts take longer to compare. */
const mayFit = (offered: RoundListing, wanted: RoundDemand): boolean =>
  offered.askVndPerKg <= wanted.maximumVndPerKg &&
  (wanted.minimumGradeRank === null || (offered.gradeRank !== null && offered.gradeRank <= wanted.minimumGradeRank)) &&
  lotOf(offered, wanted) <= Math.min(offered.quantityKg, wanted.quantityKg) &&
  offered.from <= wanted.to &&
  wanted.from <= offered.to &&
  offered.commodityCode === wanted.commodityCode &&
  (wanted.variety === null || offered.variety === wanted.variety) &&
  hasAll(offered.certifications, wanted.requiredCertifications) &&
  offered.organizationId !== wanted.organizationId;

function hasAll(certifications: readonly string[], required: readonly string[]): boolean {
  for (const scheme of required) if (!certifications.includes(scheme)) return false;
  return true;
}

const lotOf = (offered: RoundListing, wanted: RoundDemand): number =>
  Math.max(1, offered.minimumLotKg, wanted.minimumLotKg);
