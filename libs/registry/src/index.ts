import { OrganizationRecord } from './organization.entity.js';
import { RatingRecord } from './rating.entity.js';

export { acquaint, type Acquaintance } from './acquaint.js';
export { ApproveClaim } from './approve-claim.js';
export { ClaimOrganization } from './claim-organization.js';
export { claimPlace, ClaimReads, CLAIM_PLACE_KEYS, type WaitingClaim } from './claim.reads.js';
export { checkRatings, RATINGS_FORM } from './check-ratings.js';
export { checkRegister, type CheckedLines, type Progress } from './check-register.js';
export { ImportRegister, type ImportOutcome } from './import-register.js';
export {
  CLAIM_GRANTED,
  CLAIM_REFUSED,
  ORGANIZATION_CHANGED,
  type ClaimGranted,
  type ClaimRefused,
  type OrganizationChanged,
} from './organization-events.js';
export {
  OrganizationListReads,
  organizationPlace,
  ORGANIZATION_PLACE_KEYS,
  type OrganizationFilter,
} from './organization-list.reads.js';
export type { ChainRole, OrganizationKind, OrganizationStatus } from './organization-profile.js';
export { organizationVisibility } from './organization-visibility.js';
export {
  findOrganizations,
  OrganizationReads,
  type Organization,
  type OrganizationDay,
  type Rating,
} from './organization.reads.js';
export { RateOrganization, type RateYear } from './rate-organization.js';
export { organizationsByTaxCode } from './organizations-by-tax-code.js';
export { ratingBand, type RatingBand } from './rating-band.js';
export {
  ReferenceReads,
  type ByCode,
  type CertificationScheme,
  type Commodity,
  type Province,
} from './reference.reads.js';
export { RefuseClaim } from './refuse-claim.js';
export { chainRolesIn, dayIn, isTaxCode } from './register-columns.js';
export { RegisterOrganization, type OrganizationContent } from './register-organization.js';
export { REGISTER_FORM, type RegisterLine, type RejectedRegisterLine } from './register-form.js';
export { REASONS as REGISTER_REASONS } from './register-reasons.js';
export { readRegister, UnreadableRegister, writeRejected } from './register-file.js';
export { registryPersonal } from './registry-personal.js';
export { RegistryModule } from './registry.module.js';
export { SetOrganizationStatus, type SetStatus } from './set-organization-status.js';
export { UpdateOrganization, type OrganizationChanges, type UpdateOrganizationInput } from './update-organization.js';

export const registryEntities = [OrganizationRecord, RatingRecord];
