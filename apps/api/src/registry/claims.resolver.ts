import { claimPlace, ClaimReads, CLAIM_PLACE_KEYS, type WaitingClaim } from '@lienket/registry';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import { connection, pageRequest } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { answer } from '../door/refusal-error.js';
import { shown } from '../door/shown.js';
import type { QueryClaimsArgs } from '../generated/graphql.js';

@Resolver()
export class ClaimQueries {
  constructor(private readonly reads: ClaimReads) {}

  @Query()
  async claims(_: unknown, args: QueryClaimsArgs, context: RequestContext) {
    const viewer = signedIn(context);
    const { today, language } = context;
    const asked = pageRequest(args, CLAIM_PLACE_KEYS, language);
    const page = answer(await this.reads.waiting(viewer, today, asked), language);
    return connection(page, claimPlace, () => this.reads.countWaiting(viewer, today));
  }
}

@Resolver('Claim')
export class ClaimFields {
  @ResolveField()
  organization({ organizationId }: WaitingClaim, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.organization.load(organizationId);
  }

  @ResolveField()
  login({ login, organizationId }: WaitingClaim, _: unknown, context: RequestContext) {
    return shown(login, 'PERSON', context, () => [organizationId]);
  }
}
