import { AppUser } from './app-user.entity.js';
import { Invitation } from './invitation.entity.js';
import { Session } from './session.entity.js';

export { AcceptInvitation } from './accept-invitation.js';
export { isWatched, type Access, type AccessKind } from './access-kind.js';
export { AccessLog, type AccessFilter, type AccessRow } from './access-log.js';
export { BeginOpenIdSignIn } from './begin-openid-sign-in.js';
export { ChangePassword } from './change-password.js';
export { CONSENT_TEXTS, type ConsentLanguage, type ConsentPurpose } from './consent-texts.js';
export { ConsentReads, consentingOf, type Consent } from './consent.reads.js';
export { EraseAgain } from './erase-again.js';
export { EraseMe } from './erase-me.js';
export { erasedPeople } from './erasure.reads.js';
export type { Erased } from './erasure.store.js';
export { FinishOpenIdSignIn } from './finish-openid-sign-in.js';
export { GiveConsent } from './give-consent.js';
export { HandOver } from './hand-over.js';
export { identityPersonal } from './identity-personal.js';
export { identityRetention } from './identity-retention.js';
export { IdentityModule } from './identity.module.js';
export type { NewInvitation } from './invitation.store.js';
export { InvitePerson } from './invite-person.js';
export { LeaveOrganization } from './leave-organization.js';
export { LinkOpenId } from './link-openid.js';
export { canonicalLogin, emailOf } from './login.js';
export { OpenIdIssuer } from './openid-issuer.js';
export { PasswordCheck } from './password-check.js';
export { hashPassword } from './password.js';
export { PeopleReads } from './people.reads.js';
export { PersonalDataReads } from './personal-data.reads.js';
export { ProveOpenId } from './prove-openid.js';
export { RemovePerson } from './remove-person.js';
export type { StartedSession } from './session.store.js';
export { SetPersonRole } from './set-person-role.js';
export { SetUserRole } from './set-user-role.js';
export { SignIn } from './sign-in.js';
export { SignOut } from './sign-out.js';
export { SignUp, type Credentials } from './sign-up.js';
export { UnlinkOpenId } from './unlink-openid.js';
export { UserListReads, type RoleDecision, type UserFilter } from './user-list.reads.js';
export { findTraderByLogin, findUser, organizationHasUsers, UserReads, viewerOf, type User } from './user.reads.js';
export { addUser, linkUserToOrganization, type NewUser } from './user.store.js';
export {
  actorOf,
  managedProvinces,
  manages,
  mayTrade,
  owns,
  seesPeople,
  type OrganizationRole,
  type UserRole,
  type Viewer,
} from './viewer.js';
export { ViewerReads } from './viewer.reads.js';
export { WithdrawConsent } from './withdraw-consent.js';
export { WithdrawInvitation } from './withdraw-invitation.js';

export const identityEntities = [AppUser, Session, Invitation];
