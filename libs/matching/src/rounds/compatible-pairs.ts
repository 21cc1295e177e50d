import { PERISHABLE_DISTANCE_M_MAX } from '../feasibility.js';
import { metresToBox, wholeMetres } from '../ranking/metres.js';
import { squareNumber, squaresOf, type Range, type Square } from './squares.js';
import type { RoundBook, RoundDemand, RoundListing } from './round.js';

const WORD = 32;
/** Of a grade, where there is none; of a minimum, where there is none. */
const WORST = 0x7fffffff;

/** Listings and demands of one commodity: neighbours in CompatiblePairs. */
export interface CommodityRange {
  readonly listings: Range;
  readonly demands: Range;
  readonly squares: readonly Square[];
}

/**
 * The book in typed arrays, for what asks of each pair whether it fits. Listings lie by commodity, then by square; demands by commodity,
 * then by lot. Here a listing or demand is meant by its row; `listingPlaces` and `demandPlaces` say where it is in the book.
 */
export class CompatiblePairs {
  readonly listingPlaces: Int32Array;
  readonly demandPlaces: Int32Array;
  readonly commodities: readonly CommodityRange[];
  readonly ask: Int32Array;
  readonly maximum: Int32Array;
  readonly supply: Side;
  readonly wanted: Side;
  readonly grade: Int32Array;
  readonly minimumGrade: Int32Array;
  private readonly spoilsFast: Uint8Array;
  private readonly wordCount: number;
  private readonly certificates: Int32Array;
  private readonly requiredCertificates: Int32Array;
  private readonly transportVndPerTonneKm: number;

  constructor({ listings, demands, transportVndPerTonneKm }: RoundBook) {
    const offered = order(listings, squareNumber);
    const asked = order(demands, ({ minimumLotKg }) => minimumLotKg);
    const listed = Array.from(offered, (place) => listings[place]!);
    const demanded = Array.from(asked, (place) => demands[place]!);
    const texts = new Texts();
    this.listingPlaces = offered;
    this.demandPlaces = asked;
    this.commodities = rangesOf(listed, demanded);
    this.ask = Int32Array.from(listed, ({ askVndPerKg }) => askVndPerKg);
    this.maximum = Int32Array.from(demanded, ({ maximumVndPerKg }) => maximumVndPerKg);
    this.supply = new Side(listed, texts);
    this.wanted = new Side(demanded, texts);
    this.grade = Int32Array.from(listed, ({ gradeRank }) => gradeRank ?? WORST);
    this.minimumGrade = Int32Array.from(demanded, ({ minimumGradeRank }) => minimumGradeRank ?? WORST);
    this.spoilsFast = Uint8Array.from(listed, ({ spoilsFast }) => Number(spoilsFast));
    const schemes = new Map(
      [...new Set(demanded.flatMap((its) => its.requiredCertifications))].map((scheme, bit) => [scheme, bit]),
    );
    this.wordCount = Math.ceil(schemes.size / WORD);
    this.certificates = this.words(
      listed.map((its) => its.certifications),
      schemes,
    );
    this.requiredCertificates = this.words(
      demanded.map((its) => its.requiredCertifications),
      schemes,
    );
    this.transportVndPerTonneKm = transportVndPerTonneKm;
  }

  /** What neither price nor way can change: a cheap look before what needs the distance. */
  mayFit(listing: number, demand: number): boolean {
    const { supply, wanted } = this;
    if (supply.from[listing]! > wanted.to[demand]! || wanted.from[demand]! > supply.to[listing]!) return false;
    if (this.grade[listing]! > this.minimumGrade[demand]!) return false;
    for (let word = 0; word < this.wordCount; word += 1) {
      const required = this.requiredCertificates[demand * this.wordCount + word]!;
      if ((required & ~this.certificates[listing * this.wordCount + word]!) !== 0) return false;
    }
    return (
      (wanted.variety[demand] === NO_TEXT || wanted.variety[demand] === supply.variety[listing]) &&
      Math.min(supply.quantity[listing]!, wanted.quantity[demand]!) >= this.lot(listing, demand) &&
      supply.organization[listing] !== wanted.organization[demand]
    );
  }

  /** What a kilogram costs on its way, rounded up; Infinity where it would spoil. */
  transport(listing: number, demand: number): number {
    const { supply, wanted } = this;
    const metres = wholeMetres(
      supply.latitude[listing]!,
      supply.longitude[listing]!,
      wanted.latitude[demand]!,
      wanted.longitude[demand]!,
    );
    if (this.spoilsFast[listing] === 1 && metres > PERISHABLE_DISTANCE_M_MAX) return Infinity;
    return Math.ceil((this.transportVndPerTonneKm * metres) / 1e6);
  }

  /** No listing of the square has a cheaper way to the demand. */
  leastTransport({ south, north, west, east }: Square, demand: number): number {
    const { latitude, longitude } = this.wanted;
    const metres = metresToBox(latitude[demand]!, longitude[demand]!, south, north, west, east);
    return Math.ceil((this.transportVndPerTonneKm * metres) / 1e6);
  }

  /** Of a pair of one commodity: whole VND a kilogram; −Infinity where they don't fit. */
  value(listing: number, demand: number): number {
    const spread = this.maximum[demand]! - this.ask[listing]!;
    return spread >= 0 && this.mayFit(listing, demand) ? spread - this.transport(listing, demand) : -Infinity;
  }

  lot(listing: number, demand: number): number {
    return Math.max(1, this.supply.lot[listing]!, this.wanted.lot[demand]!);
  }

  quantity(listing: number): number {
    return this.supply.quantity[listing]!;
  }

  wantedQuantity(demand: number): number {
    return this.wanted.quantity[demand]!;
  }

  private words(sets: readonly (readonly string[])[], schemes: ReadonlyMap<string, number>): Int32Array {
    const words = new Int32Array(sets.length * this.wordCount);
    sets.forEach((set, row) => {
      for (const scheme of set) {
        const bit = schemes.get(scheme);
        if (bit !== undefined) words[row * this.wordCount + Math.floor(bit / WORD)]! |= 1 << (bit % WORD);
      }
    });
    return words;
  }
}

const NO_TEXT = -1;

/** The same text, the same number. */
class Texts {
  private readonly numbers = new Map<string, number>();

  of(text: string | null): number {
    if (text === null) return NO_TEXT;
    const number = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }
}

/** What both sides have, by row. */
class Side {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly quantity: Float64Array;
  readonly lot: Float64Array;
  readonly organization: Int32Array;
  readonly variety: Int32Array;
  /** Hundredths of a degree. */
  readonly latitude: Int32Array;
  readonly longitude: Int32Array;

  constructor(rows: readonly (RoundListing | RoundDemand)[], texts: Texts) {
    this.from = Int32Array.from(rows, ({ from }) => dayNumber(from));
    this.to = Int32Array.from(rows, ({ to }) => dayNumber(to));
    this.quantity = Float64Array.from(rows, ({ quantityKg }) => quantityKg);
    this.lot = Float64Array.from(rows, ({ minimumLotKg }) => minimumLotKg);
    this.organization = Int32Array.from(rows, ({ organizationId }) => texts.of(organizationId));
    this.variety = Int32Array.from(rows, ({ variety }) => texts.of(variety));
    this.latitude = Int32Array.from(rows, ({ latitude }) => Math.round(latitude * 100));
    this.longitude = Int32Array.from(rows, ({ longitude }) => Math.round(longitude * 100));
  }
}

/** Digits of a day are in its order. */
const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));

/** By commodity, then by number. */
function order<Posting extends RoundListing | RoundDemand>(
  postings: readonly Posting[],
  numberOf: (posting: Posting) => number,
): Int32Array {
  const codes = [...new Set(postings.map(({ commodityCode }) => commodityCode))].sort();
  const places = new Map(codes.map((code, place) => [code, place]));
  const commodity = Int32Array.from(postings, ({ commodityCode }) => places.get(commodityCode)!);
  const number = Float64Array.from(postings, numberOf);
  return Int32Array.from(postings, (_, place) => place).sort(
    (a, b) => commodity[a]! - commodity[b]! || number[a]! - number[b]! || a - b,
  );
}

/** By commodity, those that are on both sides. */
function rangesOf(listings: readonly RoundListing[], demands: readonly RoundDemand[]): CommodityRange[] {
  const ranges: CommodityRange[] = [];
  let demandStart = 0;
  for (let start = 0; start < listings.length;) {
    const code = listings[start]!.commodityCode;
    let end = start;
    while (listings[end]?.commodityCode === code) end += 1;
    while (demands[demandStart] && demands[demandStart]!.commodityCode < code) demandStart += 1;
    let demandEnd = demandStart;
    while (demands[demandEnd]?.commodityCode === code) demandEnd += 1;
    if (demandEnd > demandStart)
      ranges.push({
        listings: [start, end],
        demands: [demandStart, demandEnd],
        squares: squaresOf(listings, [start, end]),
      });
    [start, demandStart] = [end, demandEnd];
  }
  return ranges;
}
