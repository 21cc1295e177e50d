import { IdentityMutations, IdentityQueries, UserFields } from './identity.resolver.js';

export { identityForms } from './identity.forms.js';
export const identityResolvers = [IdentityQueries, IdentityMutations, UserFields];
