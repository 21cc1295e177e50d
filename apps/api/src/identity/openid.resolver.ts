import {
  BeginOpenIdSignIn,
  FinishOpenIdSignIn,
  LinkOpenId,
  OpenIdIssuer,
  ProveOpenId,
  UnlinkOpenId,
  UserReads,
} from '@lienket/identity';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import { Public } from '../door/guard.js';
import { answer } from '../door/refusal-error.js';
import type { MutationFinishOpenIdSignInArgs, MutationLinkOpenIdArgs } from '../generated/graphql.js';
import { sessionOf } from './session-answer.js';

@Resolver()
export class OpenIdQueries {
  constructor(private readonly issuer: OpenIdIssuer) {}

  @Public()
  @Query()
  openIdIssuer() {
    return this.issuer.address;
  }
}

@Resolver()
export class OpenIdMutations {
  constructor(
    private readonly door: Door,
    private readonly begins: BeginOpenIdSignIn,
    private readonly finishes: FinishOpenIdSignIn,
    private readonly proves: ProveOpenId,
    private readonly links: LinkOpenId,
    private readonly unlinks: UnlinkOpenId,
    private readonly users: UserReads,
  ) {}

  @Public()
  @Mutation()
  async beginOpenIdSignIn(_: unknown, __: unknown, context: RequestContext) {
    return answer(await this.begins.execute(context.address), context.language);
  }

  @Public()
  @Mutation()
  async finishOpenIdSignIn(_: unknown, returned: MutationFinishOpenIdSignInArgs, context: RequestContext) {
    return sessionOf(context, this.users, await this.finishes.execute(context.address, returned));
  }

  @Mutation()
  async linkOpenId(_: unknown, returned: MutationLinkOpenIdArgs, context: RequestContext) {
    const person = answer(await this.proves.execute(context.address, returned), context.language);
    return this.door.carryOut(context, (tx, viewer) => this.links.execute(tx, viewer, person));
  }

  @Mutation()
  unlinkOpenId(_: unknown, __: unknown, context: RequestContext) {
    return this.door.carryOut(context, (tx, viewer) => this.unlinks.execute(tx, viewer));
  }
}
