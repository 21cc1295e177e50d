import { SetUserRole, UserListReads, UserReads, viewerOf, type RoleDecision, type User } from '@lienket/identity';
import { ReferenceReads } from '@lienket/registry';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import { connection, pageRequest } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import { refusalError } from '../door/refusal-error.js';
import { shown } from '../door/shown.js';
import type { MutationSetUserRoleArgs, QueryUsersArgs } from '../generated/graphql.js';

@Resolver()
export class UserQueries {
  constructor(private readonly lists: UserListReads) {}

  @Query()
  async users(_: unknown, args: QueryUsersArgs, context: RequestContext) {
    const viewer = signedIn(context);
    const { today, language } = context;
    const filter = args.filter ?? {};
    const page = await this.lists.page(viewer, today, filter, pageRequest(args, 1, language));
    const users = connection(
      page,
      ({ login }) => [login],
      () => this.lists.count(viewer, today, filter),
    );
    const organizations = new Set(page.rows.flatMap(({ organizationId }) => organizationId ?? []));
    return shown(users, 'PERSON', context, () => [...organizations]);
  }
}

@Resolver()
export class UserMutations {
  constructor(
    private readonly door: Door,
    private readonly setsRole: SetUserRole,
    private readonly references: ReferenceReads,
    private readonly users: UserReads,
  ) {}

  @Mutation()
  async setUserRole(_: unknown, { userId, role, provinceCodes }: MutationSetUserRoleArgs, context: RequestContext) {
    const known = [...(await this.references.provinces()).keys()];
    const wish = { userId, role, provinceCodes: provinceCodes ?? [] };
    const id = await this.door.carryOut(context, (tx, viewer) => this.setsRole.execute(tx, viewer, wish, known));
    if (id === signedIn(context).userId) {
      const user = await this.users.byId(id);
      if (user) context.become(viewerOf(user));
    }
    const user = await context.loaders.identity.user.load(id);
    if (!user) throw refusalError({ code: 'NOT_FOUND' }, context.language);
    return user;
  }
}

@Resolver('User')
export class UserDecisions {
  @ResolveField()
  roleDecision({ id }: User, _: unknown, { loaders }: RequestContext) {
    return loaders.identity.roleDecision.load(id);
  }
}

@Resolver('RoleDecision')
export class RoleDecisionFields {
  @ResolveField()
  async decidedBy({ decidedBy }: RoleDecision, _: unknown, { loaders }: RequestContext) {
    const user = await loaders.identity.user.load(decidedBy);
    return user?.login;
  }
}
