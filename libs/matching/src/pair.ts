import type { Day } from '@lienket/platform';
import type { GeoPoint } from './distance.js';
import type { Fraction } from './fraction.js';

/** An organization that offers or wants, as it is today. */
export interface Trader {
  readonly id: string;
  readonly active: boolean;
  readonly enterprise: boolean;
  readonly location: GeoPoint | null;
}

/** What an organization has shown and is: the ground of RELIABILITY and INCLUSION. */
export interface Supplier extends Trader {
  /** Takes part in a chain today, as it is known now. */
  readonly linked: boolean;
  /** Its lines of contracts signed here whose last day in force lies in the last three years: see reliabilityPeriod. */
  readonly endedLines: readonly { readonly agreedG: number; readonly acceptedG: number }[];
}

export interface Goods {
  readonly code: string;
  /** Best first. */
  readonly grades: readonly string[];
  readonly perishableDays: number | null;
}

interface Posting {
  readonly id: string;
  readonly goods: Goods;
  readonly variety: string | null;
  readonly withdrawn: boolean;
  /** Grams, as all quantities here: whole numbers compare exactly. */
  readonly remainingG: number;
  readonly minimumLotG: number;
  readonly location: GeoPoint | null;
  readonly provinceSeat: GeoPoint;
}

/** Whether it fits can be said of any trader; how well, only of a Supplier. */
export interface ListingSide<Seller extends Trader = Supplier> extends Posting {
  readonly supplier: Seller;
  readonly grade: string | null;
  readonly certifications: readonly string[];
  readonly availableFrom: Day;
  readonly availableTo: Day;
  readonly askPriceVndPerKg: number | null;
}

export interface DemandSide extends Posting {
  readonly buyer: Trader;
  readonly minimumGrade: string | null;
  readonly requiredCertifications: readonly string[];
  readonly deliverFrom: Day;
  readonly deliverTo: Day;
  readonly maximumPriceVndPerKg: number | null;
}

/** What the score and its reasons are made of, of a pair that fits. */
export interface MatchFacts {
  readonly askPriceVndPerKg: number | null;
  readonly maximumPriceVndPerKg: number | null;
  readonly distanceM: number;
  readonly distanceIsApproximate: boolean;
  readonly sharedDays: number;
  /** Days of the demand's window. */
  readonly windowDays: number;
  readonly graded: boolean;
  readonly minimumGradeGiven: boolean;
  /** Above the minimum; above the lowest grade where there is no minimum; 0 without a grade. */
  readonly gradeSteps: number;
  /** Beyond the required ones. */
  readonly extraCertificates: number;
  readonly endedLineCount: number;
  /** Σ min(1, accepted / agreed) over those lines. */
  readonly kept: Fraction;
  readonly supplierIsEnterprise: boolean;
  readonly supplierIsLinked: boolean;
}
