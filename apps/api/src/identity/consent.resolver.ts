import { ConsentReads, GiveConsent, WithdrawConsent, type ConsentPurpose } from '@lienket/identity';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import type { MutationGiveConsentArgs, MutationWithdrawConsentArgs } from '../generated/graphql.js';

@Resolver()
export class ConsentQueries {
  constructor(private readonly reads: ConsentReads) {}

  @Query()
  async consents(_: unknown, __: unknown, context: RequestContext) {
    const consents = await this.reads.of(signedIn(context), context.today);
    return consents.map(({ asked, ...consent }) => ({
      ...consent,
      text: asked[context.language],
      textVersion: asked.version,
    }));
  }
}

@Resolver()
export class ConsentMutations {
  constructor(
    private readonly door: Door,
    private readonly gives: GiveConsent,
    private readonly withdraws: WithdrawConsent,
    private readonly queries: ConsentQueries,
  ) {}

  @Mutation()
  async giveConsent(_: unknown, args: MutationGiveConsentArgs, context: RequestContext) {
    return this.after(await this.door.carryOut(context, (tx, viewer) => this.gives.execute(tx, viewer, args)), context);
  }

  @Mutation()
  async withdrawConsent(_: unknown, args: MutationWithdrawConsentArgs, context: RequestContext) {
    return this.after(
      await this.door.carryOut(context, (tx, viewer) => this.withdraws.execute(tx, viewer, args)),
      context,
    );
  }

  private async after(changed: ConsentPurpose, context: RequestContext) {
    const consents = await this.queries.consents(null, null, context);
    return new Map(consents.map((consent) => [consent.purpose, consent])).get(changed);
  }
}
