import { ConsentReads, GiveConsent, WithdrawConsent, type Consent, type ConsentPurpose } from '@lienket/identity';
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
    return consents.map((consent) => shown(consent, context));
  }
}

const shown = ({ asked, ...consent }: Consent, { language }: RequestContext) => ({
  ...consent,
  text: asked[language],
  textVersion: asked.version,
});

@Resolver()
export class ConsentMutations {
  constructor(
    private readonly door: Door,
    private readonly gives: GiveConsent,
    private readonly withdraws: WithdrawConsent,
    private readonly reads: ConsentReads,
  ) {}

  @Mutation()
  async giveConsent(_: unknown, args: MutationGiveConsentArgs, context: RequestContext) {
    const { language } = context;
    return this.after(
      await this.door.carryOut(context, (tx, viewer) => this.gives.execute(tx, viewer, args, language)),
      context,
    );
  }

  @Mutation()
  async withdrawConsent(_: unknown, args: MutationWithdrawConsentArgs, context: RequestContext) {
    return this.after(
      await this.door.carryOut(context, (tx, viewer) => this.withdraws.execute(tx, viewer, args)),
      context,
    );
  }

  private async after(changed: ConsentPurpose, context: RequestContext) {
    return shown(await this.reads.to(signedIn(context), changed, context.today), context);
  }
}
