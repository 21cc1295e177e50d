import type { Day } from '@lienket/platform';

/** What a round is run on: supply and demand as one moment saw them, each once, by id. Whoever has it can run the round again. */
export interface RoundBook {
  /** The day on which the postings were open. */
  readonly today: Day;
  /** Whole VND for a tonne and a kilometre of great circle: 2,600 are 2.6 VND for a kilogram. */
  readonly transportVndPerTonneKm: number;
  /** Added once for each organization that `earnsBonus` and gets an allocation; whole VND. */
  readonly inclusionBonusVnd: number;
  readonly listings: readonly RoundListing[];
  readonly demands: readonly RoundDemand[];
}

interface RoundPosting {
  readonly id: string;
  /** Of the supplier, or of the buyer. */
  readonly organizationId: string;
  readonly provinceCode: string;
  readonly commodityCode: string;
  /** Whether the commodity keeps so few days that it travels no further than PERISHABLE_DISTANCE_M_MAX. */
  readonly spoilsFast: boolean;
  readonly variety: string | null;
  /** First and last day of its window. */
  readonly from: Day;
  readonly to: Day;
  /** What remains, rounded down to whole kilograms; at least 1. */
  readonly quantityKg: number;
  /** Rounded up to whole kilograms. */
  readonly minimumLotKg: number;
  /** Rounded as the rule of DISTANCE says. */
  readonly latitude: number;
  readonly longitude: number;
}

export interface RoundListing extends RoundPosting {
  /** Its place among the commodity's grades, the best 0; null without a grade. */
  readonly gradeRank: number | null;
  readonly certifications: readonly string[];
  readonly askVndPerKg: number;
  /** Its organization is no ENTERPRISE and takes part in no chain. */
  readonly earnsBonus: boolean;
}

export interface RoundDemand extends RoundPosting {
  /** No listing of a worse grade, or of none, will do; null where any does. */
  readonly minimumGradeRank: number | null;
  readonly requiredCertifications: readonly string[];
  readonly maximumVndPerKg: number;
  /** At most so many listings serve it; null where any number may. */
  readonly maximumSuppliers: number | null;
}

/** So much of a listing, by its place in the book, goes to a demand. Whole kilograms, at least 1. */
export interface RoundFlow {
  readonly listing: number;
  readonly demand: number;
  readonly quantityKg: number;
}

export interface RoundAllocation extends RoundFlow {
  /** Whole VND, within the interval that the dual prices leave: see priceInterval. */
  readonly priceVndPerKg: number;
}

/** Whole VND a kilogram, by place in the book. A listing's is less than 0 where a bonus pays for it. */
export interface DualPrices {
  readonly supply: readonly number[];
  readonly demand: readonly number[];
}

/** What a round found. Sums are whole VND and can pass 2^53. */
export interface RoundPlan {
  /** By listing, then by demand. */
  readonly allocations: readonly RoundAllocation[];
  /** Σ quantity × value, and the bonuses. */
  readonly objectiveVnd: bigint;
  /** No plan is worth more: it follows from `boundPrices` over all compatible pairs. */
  readonly boundVnd: bigint;
  readonly boundPrices: DualPrices;
  /** The optimum where no lot and no limit of suppliers had to be kept, and its dual prices: the round's shadow prices. */
  readonly relaxation: { readonly flows: readonly RoundFlow[]; readonly prices: DualPrices };
  /** Organizations that earn the bonus and get an allocation. */
  readonly newlyParticipating: number;
  /** Surplus of the best plan known without the bonus, less this one's; at least 0. */
  readonly bonusCostVnd: bigint;
}

/** How far a round is: `done` of `of` within a stage, and 0..1 of the whole, never less than before. */
export interface RoundProgress {
  readonly stage: 'CANDIDATES' | 'PRICES' | 'LIMITS' | 'CERTIFICATE';
  readonly done: number;
  readonly of: number;
  readonly progress: number;
}

/** What the independent check found: see certify. */
export interface RoundCertificate {
  /** Every rule, lot, limit and quantity is kept, and every price within its interval. */
  readonly feasible: boolean;
  /** Compatible pairs worth more than their two dual prices in the relaxation together. */
  readonly blockingPairs: number;
  /** (bound − objective) / bound; 0 where both are 0. */
  readonly gap: number;
  /** One sentence for each thing that isn't as the round says; none where all is. */
  readonly faults: readonly string[];
}
