export type { EvidenceRow } from './evidence.js';
export { DENOMINATORS, EXCLUSION_REASONS } from './linkage-share.js';
export type {
  Denominator,
  Exclusion,
  ExclusionReason,
  ParticipationDimension,
  ParticipationGroup,
  ParticipationRate,
  ParticipationScope,
  Target,
} from './linkage-share.js';
export { LiveParticipation } from './live-participation.js';
export { participatingOrganizations } from './participating-organizations.js';
export { ParticipationModule } from './participation.module.js';
export { ParticipationReads, type Question } from './participation.reads.js';
export { ProveParticipation } from './prove-participation.js';
export { drift, recount, recountAll, type Touched } from './recount.js';
export { RecountParticipation } from './recount-participation.js';
