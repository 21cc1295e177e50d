import { IdentityModule } from '@lienket/identity';
import { Module } from '@nestjs/common';
import { ApproveClaim } from './approve-claim.js';
import { ClaimOrganization } from './claim-organization.js';
import { ClaimReads } from './claim.reads.js';
import { OrganizationListReads } from './organization-list.reads.js';
import { OrganizationReads } from './organization.reads.js';
import { RateOrganization } from './rate-organization.js';
import { ReferenceReads } from './reference.reads.js';
import { RefuseClaim } from './refuse-claim.js';
import { RegisterOrganization } from './register-organization.js';
import { SetOrganizationStatus } from './set-organization-status.js';
import { UpdateOrganization } from './update-organization.js';

const useCases = [
  RegisterOrganization,
  UpdateOrganization,
  SetOrganizationStatus,
  RateOrganization,
  ClaimOrganization,
  ApproveClaim,
  RefuseClaim,
];
const providers = [ClaimReads, OrganizationReads, OrganizationListReads, ReferenceReads, ...useCases];

@Module({ imports: [IdentityModule], providers, exports: providers })
export class RegistryModule {}
