import {
  CreatePosting,
  demandContent,
  DemandReads,
  UpdatePosting,
  WithdrawPosting,
  type DemandRow,
} from '@lienket/market';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { connection, newestPageRequest, newestPlace } from '../door/connection.js';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import { shownPlace } from '../door/shown.js';
import type {
  MutationCreateDemandArgs,
  MutationUpdateDemandArgs,
  MutationWithdrawDemandArgs,
  QueryDemandArgs,
  QueryDemandsArgs,
} from '../generated/graphql.js';
import { asksOwnersBriefly } from './owners-asked.js';
import { possibleFilter } from './posting-filter.js';

@Resolver()
export class DemandQueries {
  constructor(private readonly reads: DemandReads) {}

  @Query()
  demand(_: unknown, { id }: QueryDemandArgs, { loaders }: RequestContext) {
    return loaders.market.demand.load(id);
  }

  @Query()
  async demands(_: unknown, args: QueryDemandsArgs, context: RequestContext, info: GraphQLResolveInfo) {
    const viewer = signedIn(context);
    const filter = possibleFilter(args.filter, context.language);
    const how = { today: context.today, withOwners: asksOwnersBriefly(info) };
    const page = await this.reads.demands(viewer, filter, newestPageRequest(args, context.language), how);
    return connection(page, newestPlace, () => this.reads.countDemands(viewer, filter, context.today));
  }
}

@Resolver()
export class DemandMutations {
  constructor(
    private readonly door: Door,
    private readonly creates: CreatePosting,
    private readonly updates: UpdatePosting,
    private readonly withdraws: WithdrawPosting,
  ) {}

  @Mutation()
  async createDemand(_: unknown, { input }: MutationCreateDemandArgs, context: RequestContext) {
    const posting = { kind: 'DEMAND', content: demandContent(input) } as const;
    const created = await this.door.carryOut(context, (tx, viewer) => this.creates.execute(tx, viewer, posting));
    return context.loaders.market.demand.load(created);
  }

  @Mutation()
  async updateDemand(_: unknown, { id, input }: MutationUpdateDemandArgs, context: RequestContext) {
    const posting = { kind: 'DEMAND', id, content: demandContent(input) } as const;
    const updated = await this.door.carryOut(context, (tx, viewer) => this.updates.execute(tx, viewer, posting));
    return context.loaders.market.demand.load(updated);
  }

  @Mutation()
  async withdrawDemand(_: unknown, { id }: MutationWithdrawDemandArgs, context: RequestContext) {
    const withdrawn = await this.door.carryOut(context, (tx, viewer) =>
      this.withdraws.execute(tx, viewer, { kind: 'DEMAND', id }),
    );
    return context.loaders.market.demand.load(withdrawn);
  }
}

@Resolver('Demand')
export class DemandFields {
  @ResolveField()
  location({ buyerId, location }: DemandRow, _: unknown, context: RequestContext) {
    return shownPlace(location, context, buyerId);
  }

  @ResolveField()
  buyer({ buyerId, buyer }: DemandRow, _: unknown, { loaders }: RequestContext) {
    return buyer === undefined ? loaders.registry.organization.load(buyerId) : buyer;
  }

  @ResolveField()
  commodity({ commodityCode }: DemandRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.commodity.load(commodityCode);
  }

  @ResolveField()
  province({ provinceCode }: DemandRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.province.load(provinceCode);
  }
}
