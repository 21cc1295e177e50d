import { ChangePassword, SignIn, SignOut, SignUp, UserReads, type User } from '@lienket/identity';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import { Public } from '../door/guard.js';
import type {
  MutationChangePasswordArgs,
  MutationSignInArgs,
  MutationSignOutArgs,
  MutationSignUpArgs,
} from '../generated/graphql.js';
import { sessionOf } from './session-answer.js';

@Resolver()
export class IdentityQueries {
  constructor(private readonly users: UserReads) {}

  @Public()
  @Query()
  me(_: unknown, __: unknown, { viewer }: RequestContext) {
    return viewer && this.users.byId(viewer.userId);
  }
}

@Resolver()
export class IdentityMutations {
  constructor(
    private readonly door: Door,
    private readonly signsIn: SignIn,
    private readonly signsUp: SignUp,
    private readonly signsOut: SignOut,
    private readonly changesPassword: ChangePassword,
    private readonly users: UserReads,
  ) {}

  @Public()
  @Mutation()
  async signIn(_: unknown, credentials: MutationSignInArgs, context: RequestContext) {
    return sessionOf(context, this.users, await this.signsIn.execute(context.address, credentials));
  }

  @Public()
  @Mutation()
  async signUp(_: unknown, credentials: MutationSignUpArgs, context: RequestContext) {
    return sessionOf(context, this.users, await this.signsUp.execute(context.address, credentials));
  }

  @Mutation()
  signOut(_: unknown, { everywhere }: MutationSignOutArgs, context: RequestContext) {
    const { token } = context;
    return this.door.carryOut(context, (tx, viewer) =>
      this.signsOut.execute(tx, viewer, { token, everywhere: everywhere ?? false }),
    );
  }

  @Mutation()
  async changePassword(_: unknown, change: MutationChangePasswordArgs, context: RequestContext) {
    return sessionOf(
      context,
      this.users,
      await this.changesPassword.execute(context.address, signedIn(context), change),
    );
  }
}

@Resolver('User')
export class UserFields {
  @ResolveField()
  organization({ organizationId }: User, _: unknown, { loaders }: RequestContext) {
    return organizationId === null ? null : loaders.registry.organization.load(organizationId);
  }

  @ResolveField()
  provinces({ provinceCodes }: User, _: unknown, { loaders }: RequestContext) {
    return Promise.all([...provinceCodes].sort().map(async (code) => loaders.registry.province.load(code)));
  }
}
