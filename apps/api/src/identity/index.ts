import { AccessFields, AccessQueries } from './access.resolver.js';
import { IdentityMutations, IdentityQueries, UserFields } from './identity.resolver.js';
import { OpenIdMutations, OpenIdQueries } from './openid.resolver.js';

export { identityForms } from './identity.forms.js';
export const identityResolvers = [
  IdentityQueries,
  IdentityMutations,
  OpenIdQueries,
  OpenIdMutations,
  UserFields,
  AccessQueries,
  AccessFields,
];
