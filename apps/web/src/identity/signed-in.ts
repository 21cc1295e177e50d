import type { Session } from '../app/session';
import type { SignedIn } from './documents';

/** What the device keeps of who signed in. */
export const sessionOf = ({ token, user }: SignedIn): Session => ({
  token,
  userId: user.id,
  login: user.login,
  role: user.role,
  organization: user.organization,
});
