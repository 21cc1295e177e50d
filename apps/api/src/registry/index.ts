import { ClaimFields, ClaimQueries } from './claims.resolver.js';
import { OrganizationChangesMutations, OrganizationRegistration } from './organization-changes.resolver.js';
import { OrganizationFields } from './organization.resolver.js';
import { OrganizationQueries } from './organizations.resolver.js';
import { ProvinceFields, ReferenceQueries } from './references.resolver.js';

export { registryForms } from './registry.forms.js';
export const registryResolvers = [
  ReferenceQueries,
  ProvinceFields,
  OrganizationQueries,
  OrganizationFields,
  ClaimQueries,
  ClaimFields,
  OrganizationRegistration,
  OrganizationChangesMutations,
];
