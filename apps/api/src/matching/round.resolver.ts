import {
  CancelRound,
  LiveRound,
  OfferFromRound,
  RoundReads,
  stageInWords,
  StartRound,
  type RoundAllocationRow,
  type RoundProvinceRow,
  type RoundRow,
  type ShadowPriceRow,
} from '@lienket/matching';
import { Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import { Attempts } from '../door/attempts.js';
import { connection, newestPageRequest, newestPlace, numberedPageRequest, pageRequest } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import { answer } from '../door/refusal-error.js';
import type {
  MatchingRoundAllocationsArgs,
  MatchingRoundShadowPricesArgs,
  MutationCancelMatchingRoundArgs,
  MutationOfferFromRoundArgs,
  MutationStartMatchingRoundArgs,
  QueryMatchingRoundArgs,
  QueryMatchingRoundsArgs,
  SubscriptionMatchingRoundChangedArgs,
} from '../generated/graphql.js';

@Resolver()
export class RoundQueries {
  constructor(private readonly reads: RoundReads) {}

  @Query()
  matchingRound(_: unknown, { id }: QueryMatchingRoundArgs, context: RequestContext) {
    return this.reads.roundById(signedIn(context), id, context.today);
  }

  @Query()
  async matchingRounds(_: unknown, args: QueryMatchingRoundsArgs, context: RequestContext) {
    const viewer = signedIn(context);
    const page = await this.reads.rounds(viewer, newestPageRequest(args, context.language), context.today);
    return connection(page, newestPlace, () => this.reads.countRounds(viewer, context.today));
  }
}

@Resolver()
export class RoundMutations {
  constructor(
    private readonly door: Door,
    private readonly reads: RoundReads,
    private readonly starts: StartRound,
    private readonly cancels: CancelRound,
  ) {}

  @Mutation()
  async startMatchingRound(_: unknown, { input }: MutationStartMatchingRoundArgs, context: RequestContext) {
    const id = await this.door.carryOut(context, (tx, viewer) => this.starts.execute(tx, viewer, input));
    return this.reads.roundById(signedIn(context), id, context.today);
  }

  @Mutation()
  async cancelMatchingRound(_: unknown, args: MutationCancelMatchingRoundArgs, context: RequestContext) {
    const id = await this.door.carryOut(context, (tx, viewer) => this.cancels.execute(tx, viewer, args.id));
    return this.reads.roundById(signedIn(context), id, context.today);
  }
}

@Resolver()
export class RoundOffers {
  constructor(
    private readonly door: Door,
    private readonly attempts: Attempts,
    private readonly offers: OfferFromRound,
  ) {}

  @Mutation()
  async offerFromRound(_: unknown, { input }: MutationOfferFromRoundArgs, context: RequestContext) {
    await this.attempts.offer(context);
    const ids = await this.door.carryOut(context, (tx, viewer) => this.offers.execute(tx, viewer, input));
    return Promise.all(ids.map((id) => context.loaders.contracts.contract.load(id)));
  }
}

@Resolver()
export class RoundSubscriptions {
  constructor(private readonly live: LiveRound) {}

  // What was read of the round before it changed is not what it is now.
  @Subscription('matchingRoundChanged', {
    resolve: (round: RoundRow, _: unknown, context: RequestContext) => {
      context.renewLoaders();
      return round;
    },
  })
  async matchingRoundChanged(_: unknown, { id }: SubscriptionMatchingRoundChangedArgs, context: RequestContext) {
    return answer(await this.live.follow(signedIn(context), id), context.language);
  }
}

@Resolver('MatchingRound')
export class RoundFields {
  @ResolveField()
  stage({ stage, stageDone, stageOf }: RoundRow, _: unknown, { language }: RequestContext) {
    return stage && stageInWords({ stage, done: stageDone, of: stageOf }, language);
  }

  @ResolveField()
  startedBy({ startedBy }: RoundRow, _: unknown, { loaders }: RequestContext) {
    return loaders.identity.user.load(startedBy);
  }

  @ResolveField()
  commodities({ commodityCodes }: RoundRow, _: unknown, { loaders }: RequestContext) {
    return Promise.all((commodityCodes ?? []).map(async (code) => loaders.registry.commodity.load(code)));
  }

  @ResolveField()
  provinces({ provinceCodes }: RoundRow, _: unknown, { loaders }: RequestContext) {
    return Promise.all((provinceCodes ?? []).map(async (code) => loaders.registry.province.load(code)));
  }

  @ResolveField()
  byProvince({ id }: RoundRow, _: unknown, { loaders }: RequestContext) {
    return loaders.rounds.byProvince.load(id);
  }

  @ResolveField()
  inputDigest({ bookDigest }: RoundRow) {
    return bookDigest;
  }

  @ResolveField()
  certificate({ feasible, blockingPairs, gap, checkedAt }: RoundRow) {
    return checkedAt && { feasible, blockingPairs, gap, checkedAt };
  }

  @ResolveField()
  async allocations({ id }: RoundRow, args: MatchingRoundAllocationsArgs, { loaders, language }: RequestContext) {
    const page = await loaders.rounds.allocations.load({ of: id, ...numberedPageRequest(args, language) });
    return connection(
      page,
      ({ position }) => [String(position)],
      () => loaders.rounds.allocationCount.load(id),
    );
  }

  @ResolveField()
  async shadowPrices({ id }: RoundRow, args: MatchingRoundShadowPricesArgs, { loaders, language }: RequestContext) {
    const page = await loaders.rounds.shadowPrices.load({ of: id, ...pageRequest(args, 2, language) });
    return connection(
      page,
      ({ commodityCode, provinceCode }) => [commodityCode, provinceCode],
      () => loaders.rounds.shadowPriceCount.load(id),
    );
  }
}

@Resolver('Allocation')
export class AllocationFields {
  @ResolveField()
  listing({ listingId }: RoundAllocationRow, _: unknown, { loaders }: RequestContext) {
    return loaders.market.listing.load(listingId);
  }

  @ResolveField()
  demand({ demandId }: RoundAllocationRow, _: unknown, { loaders }: RequestContext) {
    return loaders.market.demand.load(demandId);
  }
}

@Resolver('ShadowPrice')
export class ShadowPriceFields {
  @ResolveField()
  commodity({ commodityCode }: ShadowPriceRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.commodity.load(commodityCode);
  }

  @ResolveField()
  province({ provinceCode }: ShadowPriceRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.province.load(provinceCode);
  }
}

@Resolver('RoundProvince')
export class RoundProvinceFields {
  @ResolveField()
  province({ provinceCode }: RoundProvinceRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.province.load(provinceCode);
  }
}
