export { MatchReads, matchPlace, placeKeys, type Match, type MatchPage, type MatchRequest } from './match.reads.js';
export type { Anchor } from './match-sql.js';
export { MatchingModule } from './matching.module.js';
export { reasonFor } from './reasons.js';
export { normaliseWeights, type GivenWeights } from './weights.js';
