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
  if (!offered || !wanted || fitInNumbers(numbersOf([offered]), wanted).length === 0) return null;
  return pairInWords(book, offered, wanted);
}

function pairInWords(book: RoundBook, offered: RoundListing, wanted: RoundDemand): CertifiedPair | null {
  if (!fitInWords(offered, wanted)) return null;
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
  const numbers = new Map(
    [...byCommodity].map(([code, places]) => [code, numbersOf(places.map((place) => book.listings[place]!))]),
  );
  book.demands.forEach((wanted, demand) => {
    const places = byCommodity.get(wanted.commodityCode) ?? [];
    for (const fitting of fitInNumbers(numbers.get(wanted.commodityCode), wanted)) {
      const listing = places[fitting]!;
      const pair = pairInWords(book, book.listings[listing]!, wanted);
      if (pair) visit(pair, listing, demand);
    }
  });
}

type Numbers = ReturnType<typeof numbersOf>;

/** What of listings can be compared as numbers, side by side: of a large book that refuses nine pairs of ten. */
const numbersOf = (listings: readonly RoundListing[]) => ({
  ask: Float64Array.from(listings, ({ askVndPerKg }) => askVndPerKg),
  grade: Float64Array.from(listings, ({ gradeRank }) => gradeRank ?? Infinity),
  quantityKg: Float64Array.from(listings, ({ quantityKg }) => quantityKg),
  lotKg: Float64Array.from(listings, ({ minimumLotKg }) => Math.max(1, minimumLotKg)),
  from: Float64Array.from(listings, ({ from }) => Date.parse(from)),
  to: Float64Array.from(listings, ({ to }) => Date.parse(to)),
});

/** @returns the places of those that fit as far as numbers say */
function fitInNumbers(numbers: Numbers | undefined, wanted: RoundDemand): number[] {
  const fitting: number[] = [];
  if (!numbers) return fitting;
  const { ask, grade, quantityKg, lotKg, from, to } = numbers;
  const { maximumVndPerKg: maximum, quantityKg: wantedKg, minimumLotKg } = wanted;
  const worstGrade = wanted.minimumGradeRank ?? Infinity;
  const [firstDay, lastDay] = [Date.parse(wanted.from), Date.parse(wanted.to)];
  for (let place = 0; place < ask.length; place += 1)
    if (
      ask[place]! <= maximum &&
      grade[place]! <= worstGrade &&
      from[place]! <= lastDay &&
      to[place]! >= firstDay &&
      Math.max(lotKg[place]!, minimumLotKg) <= Math.min(quantityKg[place]!, wantedKg)
    )
      fitting.push(place);
  return fitting;
}

const fitInWords = (offered: RoundListing, wanted: RoundDemand): boolean =>
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
