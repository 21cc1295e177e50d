import {
  AcceptInvitation,
  HandOver,
  InvitePerson,
  LeaveOrganization,
  RemovePerson,
  seesPeople,
  SetPersonRole,
  UserReads,
  viewerOf,
  WithdrawInvitation,
} from '@lienket/identity';
import type { Organization } from '@lienket/registry';
import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import { Attempts } from '../door/attempts.js';
import { connection, pageRequest } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import { refusalError } from '../door/refusal-error.js';
import { shown } from '../door/shown.js';
import type {
  MutationAcceptInvitationArgs,
  MutationHandOverArgs,
  MutationInvitePersonArgs,
  MutationRemovePersonArgs,
  MutationSetPersonRoleArgs,
  MutationWithdrawInvitationArgs,
  OrganizationPeopleArgs,
} from '../generated/graphql.js';

@Resolver('Organization')
export class OrganizationPeople {
  @ResolveField()
  async people(organization: Organization, args: OrganizationPeopleArgs, context: RequestContext) {
    const { loaders, language } = context;
    const page = pageRequest(args, 1, language);
    if (!seesPeople(signedIn(context), organization)) return null;
    const people = connection(
      await loaders.identity.people.load({ of: organization.id, ...page }),
      ({ login }) => [login],
      () => loaders.identity.peopleCount.load(organization.id),
    );
    return shown(people, 'PERSON', context, () => [organization.id]);
  }

  @ResolveField()
  invitations({ id }: Organization, _: unknown, { loaders }: RequestContext) {
    return loaders.identity.invitations.load(id);
  }
}

@Resolver()
export class InvitationMutations {
  constructor(
    private readonly door: Door,
    private readonly attempts: Attempts,
    private readonly invites: InvitePerson,
    private readonly withdraws: WithdrawInvitation,
    private readonly accepts: AcceptInvitation,
    private readonly users: UserReads,
  ) {}

  @Mutation()
  async invitePerson(_: unknown, args: MutationInvitePersonArgs, context: RequestContext) {
    await this.attempts.invitation(context);
    return this.door.carryOut(context, (tx, viewer) => this.invites.execute(tx, viewer, args));
  }

  @Mutation()
  withdrawInvitation(_: unknown, args: MutationWithdrawInvitationArgs, context: RequestContext) {
    return this.door.carryOut(context, (tx, viewer) => this.withdraws.execute(tx, viewer, args));
  }

  @Mutation()
  async acceptInvitation(_: unknown, args: MutationAcceptInvitationArgs, context: RequestContext) {
    await this.door.carryOut(context, (tx, viewer) => this.accepts.execute(tx, viewer, args));
    return asItIsNow(this.users, context);
  }
}

@Resolver()
export class PeopleMutations {
  constructor(
    private readonly door: Door,
    private readonly setsRole: SetPersonRole,
    private readonly removes: RemovePerson,
    private readonly handsOver: HandOver,
    private readonly leaves: LeaveOrganization,
    private readonly users: UserReads,
  ) {}

  @Mutation()
  async setPersonRole(_: unknown, args: MutationSetPersonRoleArgs, context: RequestContext) {
    const id = await this.door.carryOut(context, (tx, viewer) => this.setsRole.execute(tx, viewer, args));
    await asItIsNow(this.users, context);
    return colleagueAfter(id, context);
  }

  @Mutation()
  removePerson(_: unknown, args: MutationRemovePersonArgs, context: RequestContext) {
    return this.door.carryOut(context, (tx, viewer) => this.removes.execute(tx, viewer, args));
  }

  @Mutation()
  async handOver(_: unknown, args: MutationHandOverArgs, context: RequestContext) {
    const id = await this.door.carryOut(context, (tx, viewer) => this.handsOver.execute(tx, viewer, args));
    await asItIsNow(this.users, context);
    return colleagueAfter(id, context);
  }

  @Mutation()
  async leaveOrganization(_: unknown, __: unknown, context: RequestContext) {
    await this.door.carryOut(context, (tx, viewer) => this.leaves.execute(tx, viewer));
    await asItIsNow(this.users, context);
    return true;
  }
}

/** The caller, who from here on asks as what it has become. */
async function asItIsNow(users: UserReads, context: RequestContext) {
  const user = await users.byId(signedIn(context).userId);
  if (!user) throw refusalError({ code: 'NOT_FOUND' }, context.language);
  context.become(viewerOf(user));
  return user;
}

/** The person as it is now; what was done again for an idempotency key may be seen no more. */
async function colleagueAfter(id: string, { loaders, language }: RequestContext) {
  const person = await loaders.identity.colleague.load(id);
  if (!person) throw refusalError({ code: 'NOT_FOUND' }, language);
  return person;
}
