import { Module } from '@nestjs/common';
import { AcceptInvitation } from './accept-invitation.js';
import { AccessLog } from './access-log.js';
import { BeginOpenIdSignIn } from './begin-openid-sign-in.js';
import { ChangePassword } from './change-password.js';
import { ConsentReads } from './consent.reads.js';
import { EraseMe } from './erase-me.js';
import { FinishOpenIdSignIn } from './finish-openid-sign-in.js';
import { GiveConsent } from './give-consent.js';
import { HandOver } from './hand-over.js';
import { InvitePerson } from './invite-person.js';
import { LeaveOrganization } from './leave-organization.js';
import { LinkOpenId } from './link-openid.js';
import { OpenIdIssuer } from './openid-issuer.js';
import { PasswordCheck } from './password-check.js';
import { PeopleReads } from './people.reads.js';
import { PersonalDataReads } from './personal-data.reads.js';
import { ProveOpenId } from './prove-openid.js';
import { RemovePerson } from './remove-person.js';
import { SetPersonRole } from './set-person-role.js';
import { SetUserRole } from './set-user-role.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { SignUp } from './sign-up.js';
import { UnlinkOpenId } from './unlink-openid.js';
import { UserListReads } from './user-list.reads.js';
import { UserReads } from './user.reads.js';
import { ViewerReads } from './viewer.reads.js';
import { WithdrawConsent } from './withdraw-consent.js';
import { WithdrawInvitation } from './withdraw-invitation.js';

const openId = [OpenIdIssuer, BeginOpenIdSignIn, ProveOpenId, FinishOpenIdSignIn, LinkOpenId, UnlinkOpenId];
const ofPeople = [
  InvitePerson,
  WithdrawInvitation,
  AcceptInvitation,
  SetPersonRole,
  RemovePerson,
  HandOver,
  LeaveOrganization,
  PeopleReads,
];
const passwords = [PasswordCheck, SignIn, SignUp, SignOut, ChangePassword];
const personalData = [AccessLog, ConsentReads, GiveConsent, WithdrawConsent, PersonalDataReads, EraseMe];
const providers = [
  ...passwords,
  ...openId,
  ...ofPeople,
  ...personalData,
  UserReads,
  UserListReads,
  SetUserRole,
  ViewerReads,
];

@Module({ providers, exports: providers })
export class IdentityModule {}
