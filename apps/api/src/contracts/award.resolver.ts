import type { AwardRow, ContractRow } from '@lienket/contracts';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../door/context.js';
import type { QueryAwardArgs } from '../generated/graphql.js';

@Resolver()
export class AwardQueries {
  @Query()
  award(_: unknown, { id }: QueryAwardArgs, { loaders }: RequestContext) {
    return loaders.contracts.award.load(id);
  }
}

@Resolver('LinkageContract')
export class AwardOfContract {
  @ResolveField()
  award({ id }: ContractRow, _: unknown, { loaders }: RequestContext) {
    return loaders.contracts.awardOf.load(id);
  }
}

@Resolver('Award')
export class AwardFields {
  @ResolveField()
  demand({ demandId }: AwardRow, _: unknown, { loaders }: RequestContext) {
    return loaders.market.demand.load(demandId);
  }

  @ResolveField()
  async contracts({ id }: AwardRow, _: unknown, { loaders }: RequestContext) {
    const tied = await loaders.contracts.awardContracts.load(id);
    return Promise.all(tied.map(({ contractId }) => loaders.contracts.contract.load(contractId)));
  }

  @ResolveField()
  shares({ id }: AwardRow, _: unknown, { loaders }: RequestContext) {
    return loaders.contracts.awardShares.load(id);
  }
}
