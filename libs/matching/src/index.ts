export { BundleReads, type Bundle, type BundleRequest } from './bundles/bundle.reads.js';
export type { BundleOfferInput } from './bundles/bundle-offers.js';
export { OfferFromBundle } from './bundles/offer-from-bundle.js';
export { brokenRuleInWords } from './broken-rule-words.js';
export { brokenRules } from './feasibility.js';
export type { Problem as AllocationProblem } from './allocation/problem.js';
export { MatchReads, matchPlace, placeKeys, type Match, type MatchPage, type MatchRequest } from './match.reads.js';
export type { Anchor } from './match-sql.js';
export { matchingPersonal } from './matching-personal.js';
export { matchingRetention } from './matching-retention.js';
export { MatchingModule } from './matching.module.js';
export type { DemandSide, ListingSide, Supplier } from './pair.js';
export { PairReads } from './pair.reads.js';
export { reasonFor } from './reasons.js';
export type { RoundBook, RoundDemand, RoundListing } from './rounds/round.js';
export { roundFileText } from './rounds/round-file.js';
export { solveRound } from './rounds/solve-round.js';
export { normaliseWeights, type GivenWeights, type Weights } from './weights.js';
export { CancelRound } from './rounds/cancel-round.js';
export { LiveRound } from './rounds/live-round.js';
export { OfferFromRound } from './rounds/offer-from-round.js';
export {
  RoundPartReads,
  type RoundAllocationRow,
  type RoundProvinceRow,
  type ShadowPriceRow,
} from './rounds/round-parts.reads.js';
export { RoundReads, type RoundRow } from './rounds/round.reads.js';
export { RoundStore } from './rounds/round.store.js';
export { RunRounds } from './rounds/run-rounds.js';
export { stageInWords } from './rounds/stage-words.js';
export { StartRound } from './rounds/start-round.js';
