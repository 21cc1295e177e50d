import { OfferFromBundle } from '@lienket/matching';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Attempts } from '../door/attempts.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import type { MutationOfferFromBundleArgs } from '../generated/graphql.js';

@Resolver()
export class BundleOffers {
  constructor(
    private readonly door: Door,
    private readonly attempts: Attempts,
    private readonly offers: OfferFromBundle,
  ) {}

  @Mutation()
  async offerFromBundle(_: unknown, { input }: MutationOfferFromBundleArgs, context: RequestContext) {
    await this.attempts.offer(context, input.suppliers.length);
    const id = await this.door.carryOut(context, (tx, viewer) => this.offers.execute(tx, viewer, input));
    return context.loaders.contracts.award.load(id);
  }
}
