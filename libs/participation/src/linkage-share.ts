import type { Day } from '@lienket/platform';

/** The definition that every figure is made by; a changed rule gets a new number. Source: docs/participation.md. */
export const DEFINITION = 'linkage-share@1';

export const DENOMINATORS = ['ALL', 'GOOD_OR_FAIR', 'COOPERATIVES', 'AGRICULTURAL_COOPERATIVES'] as const;
export type Denominator = (typeof DENOMINATORS)[number];
export const DIMENSIONS = ['PROVINCE', 'KIND', 'RATING', 'COMMODITY'] as const;
export type ParticipationDimension = (typeof DIMENSIONS)[number];
export const EXCLUSION_REASONS = [
  'ENTERPRISE',
  'NOT_ACTIVE',
  'OTHER_KIND',
  'NOT_AGRICULTURAL',
  'UNRATED',
  'RATED_LOWER',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];
export type TargetComparison = 'AT_LEAST' | 'MORE_THAN' | 'ABOUT';

/** Narrows who is counted, and by commodityCodes which contracts count. Null is everything. */
export interface ParticipationScope {
  readonly provinceCodes: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly commodityCodes: readonly string[] | null;
}

export const WHOLE_COUNTRY: ParticipationScope = { provinceCodes: null, kinds: null, commodityCodes: null };

export interface Target {
  readonly share: number;
  readonly comparison: TargetComparison;
  readonly dueOn: Day;
  readonly source: string;
}

export interface Exclusion {
  readonly reason: ExclusionReason;
  readonly count: number;
}

/** How many organizations of a scope take part in a value chain on a day, and all that the figure rests on. */
export interface ParticipationRate {
  readonly asOf: Day;
  readonly denominator: Denominator;
  readonly participating: number;
  readonly participatingByAttestation: number;
  readonly counted: number;
  /** participating / counted, 0..1; null where nobody is counted. */
  readonly rate: number | null;
  /** The first of targets. */
  readonly target: Target | null;
  readonly targets: readonly Target[];
  readonly knownAt: Date;
  readonly definition: string;
  readonly excluded: readonly Exclusion[];
}

export interface ParticipationGroup {
  readonly key: string;
  readonly rate: ParticipationRate;
}

export const shareOf = (participating: number, counted: number): number | null =>
  counted === 0 ? null : participating / counted;
