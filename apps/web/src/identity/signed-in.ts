import type { ResultOf } from '../app/graphql';
import type { Session } from '../app/session';
import type { PersonHere, SignedIn } from './documents';

/** What the device keeps of a person. */
export const personOf = ({ id, login, role, organizationRole, organization }: ResultOf<typeof PersonHere>) => ({
  userId: id,
  login,
  role,
  organizationRole,
  organization,
});

/** What the device keeps of who signed in. */
export const sessionOf = ({ token, user }: SignedIn): Session => ({ token, ...personOf(user) });
