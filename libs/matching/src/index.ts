export { brokenRuleInWords } from './broken-rule-words.js';
export { brokenRules } from './feasibility.js';
export { MatchReads, matchPlace, placeKeys, type Match, type MatchPage, type MatchRequest } from './match.reads.js';
export type { Anchor } from './match-sql.js';
export { MatchingModule } from './matching.module.js';
export type { DemandSide, ListingSide, Supplier } from './pair.js';
export { PairReads } from './pair.reads.js';
export { reasonFor } from './reasons.js';
export { normaliseWeights, type GivenWeights } from './weights.js';
