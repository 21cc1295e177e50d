import type { RoundBook, RoundDemand, RoundListing } from './round.js';

const POSTINGS_MAX = 2_000_000;
const QUANTITY_KG_MAX = 1e12;
/** Of all listings, or of all demands, together. */
const SUM_KG_MAX = Number.MAX_SAFE_INTEGER;
const VND_PER_KG_MAX = 1e9;
/** Half around the earth, 20,015 km, then costs less than VND_PER_KG_MAX. */
const TRANSPORT_VND_PER_TONNE_KM_MAX = 1e7;
const BONUS_VND_MAX = 1e15;
const RANK_MAX = 1000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A book, or a file of a round, that can't be used as it stands: its message is one sentence that names where. */
export class UnsoundRound extends Error {
  override readonly name = 'UnsoundRound';
}

/** @throws UnsoundRound where a number is out of its range, an id is there twice or out of order, or an organization both earns the bonus and doesn't */
export function requireSound(book: RoundBook): void {
  requireWhole('transportVndPerTonneKm', book.transportVndPerTonneKm, 0, TRANSPORT_VND_PER_TONNE_KM_MAX);
  requireWhole('inclusionBonusVnd', book.inclusionBonusVnd, 0, BONUS_VND_MAX);
  requireList('listings', book.listings, ({ gradeRank, askVndPerKg }, where) => {
    requireWhole(`${where}.gradeRank`, gradeRank ?? 0, 0, RANK_MAX);
    requireWhole(`${where}.askVndPerKg`, askVndPerKg, 0, VND_PER_KG_MAX);
  });
  requireList('demands', book.demands, ({ minimumGradeRank, maximumVndPerKg, maximumSuppliers }, where) => {
    requireWhole(`${where}.minimumGradeRank`, minimumGradeRank ?? 0, 0, RANK_MAX);
    requireWhole(`${where}.maximumVndPerKg`, maximumVndPerKg, 0, VND_PER_KG_MAX);
    requireWhole(`${where}.maximumSuppliers`, maximumSuppliers ?? 1, 1, Number.MAX_SAFE_INTEGER);
  });
  requireOneMind(book.listings);
}

function requireList<Posting extends RoundListing | RoundDemand>(
  list: string,
  postings: readonly Posting[],
  requireOwn: (posting: Posting, where: string) => void,
): void {
  if (postings.length > POSTINGS_MAX) throw new UnsoundRound(`${list}: there are more than ${POSTINGS_MAX}.`);
  let sumKg = 0;
  postings.forEach((posting, place) => {
    const where = `${list}[${place}]`;
    const before = postings[place - 1];
    if (before && before.id >= posting.id)
      throw new UnsoundRound(`${where}.id: ${JSON.stringify(posting.id)} must come after the id before it.`);
    requireWhole(`${where}.quantityKg`, posting.quantityKg, 1, QUANTITY_KG_MAX);
    requireWhole(`${where}.minimumLotKg`, posting.minimumLotKg, 0, QUANTITY_KG_MAX);
    if (!DAY.test(posting.from) || !DAY.test(posting.to) || posting.from > posting.to)
      throw new UnsoundRound(`${where}: ${posting.from} to ${posting.to} is no window of days.`);
    requireTwoDecimals(`${where}.latitude`, posting.latitude, 90);
    requireTwoDecimals(`${where}.longitude`, posting.longitude, 180);
    requireOwn(posting, where);
    sumKg += posting.quantityKg;
  });
  if (sumKg > SUM_KG_MAX) throw new UnsoundRound(`${list}: their quantities add up to more than ${SUM_KG_MAX}.`);
}

function requireWhole(where: string, value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new UnsoundRound(`${where}: ${value} is not a whole number from ${least} to ${most}.`);
}

function requireTwoDecimals(where: string, degrees: number, most: number): void {
  if (!(Math.abs(degrees) <= most) || Math.round(degrees * 100) / 100 !== degrees)
    throw new UnsoundRound(`${where}: ${degrees} is not a number of two decimals from -${most} to ${most}.`);
}

function requireOneMind(listings: readonly RoundListing[]): void {
  const earns = new Map<string, boolean>();
  listings.forEach(({ organizationId, earnsBonus }, place) => {
    if ((earns.get(organizationId) ?? earnsBonus) !== earnsBonus)
      throw new UnsoundRound(`listings[${place}].earnsBonus: another listing of its organization says otherwise.`);
    earns.set(organizationId, earnsBonus);
  });
}
