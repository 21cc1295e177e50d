import { ConsentMutations, ConsentQueries } from './consent.resolver.js';
import { AccessFields, AccessQueries } from './access.resolver.js';
import { PersonalDataMutations, PersonalDataQueries } from './personal-data.resolver.js';
import { IdentityMutations, IdentityQueries, UserFields } from './identity.resolver.js';
import { OpenIdMutations, OpenIdQueries } from './openid.resolver.js';
import { InvitationMutations, OrganizationPeople, PeopleMutations } from './people.resolver.js';
import { RoleDecisionFields, UserDecisions, UserMutations, UserQueries } from './users.resolver.js';

export { identityForms } from './identity.forms.js';
export const identityResolvers = [
  IdentityQueries,
  IdentityMutations,
  OpenIdQueries,
  OpenIdMutations,
  UserFields,
  UserQueries,
  UserMutations,
  UserDecisions,
  RoleDecisionFields,
  OrganizationPeople,
  InvitationMutations,
  PeopleMutations,
  AccessQueries,
  AccessFields,
  ConsentQueries,
  ConsentMutations,
  PersonalDataQueries,
  PersonalDataMutations,
];
