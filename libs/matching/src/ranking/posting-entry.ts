/** A posting that is open today, of an organization that is ACTIVE today, as the book takes it in. */
export interface PostingEntry {
  readonly id: string;
  readonly ownerId: string;
  readonly commodityCode: string;
  readonly variety: string | null;
  /** The grade of a listing, the minimum of a demand; one that the commodity doesn't know is none for a listing. */
  readonly grade: string | null;
  readonly certifications: readonly string[];
  readonly remainingG: number;
  readonly minimumLotG: number;
  /** Counted from 1970-01-01, as lastDay, which is included. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** What a listing asks, what a demand pays at most. */
  readonly priceVndPerKg: number | null;
  /** Degrees, rounded to two decimals: see placeOf in distance.ts. */
  readonly latitude: number;
  readonly longitude: number;
}

/** What an organization adds to the score of its listings. */
export interface OwnerEntry {
  readonly id: string;
  /** An enterprise, or one that takes part in a chain today, has no INCLUSION. */
  readonly included: boolean;
  readonly endedLineCount: number;
  /** The nearest double of MatchFacts.kept. */
  readonly kept: number;
}

export interface CommodityEntry {
  readonly code: string;
  /** Best first. */
  readonly grades: readonly string[];
  readonly perishableDays: number | null;
}
