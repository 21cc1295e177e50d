/** A listing that fits a demand, as a part of bundles. Quantities are grams and scores millionths: whole numbers. */
export interface Candidate {
  readonly listingId: string;
  readonly supplierId: string;
  readonly score: number;
  readonly leastG: number;
  /** What both sides have left: at least leastG. */
  readonly mostG: number;
}

/** What suppliers are to fill together. */
export interface Order {
  readonly quantityG: number;
  readonly suppliersMax: number;
  /** Scores of candidates that nobody looked at are at most this; null where all were. */
  readonly unseenScore: number | null;
}

export interface Share {
  readonly candidate: Candidate;
  readonly quantityG: number;
}

/** What each supplier beyond the first costs, in millionths. */
export const SUPPLIER_COST = 10_000;

/** The best shares of these candidates, each with a part, in the order of their scores; null where they can't fill the order together. */
export function sharesOf(candidates: readonly Candidate[], { quantityG }: Order): Share[] | null {
  let left = quantityG - candidates.reduce((all, { leastG }) => all + leastG, 0);
  if (left < 0) return null;
  const shares = [...candidates].sort(bestFirst).map((candidate) => {
    const more = Math.min(left, candidate.mostG - candidate.leastG);
    left -= more;
    return { candidate, quantityG: candidate.leastG + more };
  });
  return left > 0 ? null : shares;
}

/** Of candidates that together fill the order: the sum of score × grams, less what the suppliers beyond the first cost. */
export const worthOf = (shares: readonly Share[], { quantityG }: Order): bigint =>
  shares.reduce((all, { candidate, quantityG: grams }) => all + BigInt(candidate.score) * BigInt(grams), 0n) -
  BigInt(SUPPLIER_COST * (shares.length - 1)) * BigInt(quantityG);

export const bestFirst = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.listingId < b.listingId ? -1 : 1);
