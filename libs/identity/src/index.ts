import { AppUser } from './app-user.entity.js';
import { Session } from './session.entity.js';

export { ChangePassword } from './change-password.js';
export { BeginOpenIdSignIn } from './begin-openid-sign-in.js';
export { FinishOpenIdSignIn } from './finish-openid-sign-in.js';
export { AccessLog, type AccessFilter, type AccessRow } from './access-log.js';
export { isWatched, type Access, type AccessKind } from './access-kind.js';
export { IdentityModule } from './identity.module.js';
export { LinkOpenId } from './link-openid.js';
export { canonicalLogin, emailOf } from './login.js';
export { OpenIdIssuer } from './openid-issuer.js';
export { hashPassword } from './password.js';
export { PasswordCheck } from './password-check.js';
export { ProveOpenId } from './prove-openid.js';
export type { StartedSession } from './session.store.js';
export { identityRetention } from './identity-retention.js';
export { SignIn } from './sign-in.js';
export { SignOut } from './sign-out.js';
export { SignUp, type Credentials } from './sign-up.js';
export { UnlinkOpenId } from './unlink-openid.js';
export { findTraderByLogin, findUser, organizationHasUsers, UserReads, viewerOf, type User } from './user.reads.js';
export { addUser, linkUserToOrganization, type NewUser } from './user.store.js';
export {
  actorOf,
  managedProvinces,
  manages,
  mayTrade,
  owns,
  type OrganizationRole,
  type UserRole,
  type Viewer,
} from './viewer.js';
export { ViewerReads } from './viewer.reads.js';

export const identityEntities = [AppUser, Session];
