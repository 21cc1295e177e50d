import type { Day } from '@lienket/platform';

/** What a round is to be run over, as it is kept. */
export interface RoundWish {
  /** null: every commodity. */
  readonly commodityCodes: readonly string[] | null;
  /** Of the listings; null: every province. */
  readonly provinceCodes: readonly string[] | null;
  /** Of the listings' organizations: whose the starter answers for; null: everybody's. */
  readonly managedProvinceCodes: readonly string[] | null;
  /** Only demands whose window overlaps these days; null leaves an end open. */
  readonly deliverFrom: Day | null;
  readonly deliverTo: Day | null;
  readonly transportVndPerTonneKm: number;
  readonly inclusionBonusVnd: number;
}
