import { ContractReads } from '@lienket/contracts';
import { Query, Resolver } from '@nestjs/graphql';
import { connection, newestPageRequest, newestPlace } from '../door/connection.js';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';
import type { QueryContractArgs, QueryContractsArgs } from '../generated/graphql.js';

@Resolver()
export class ContractQueries {
  constructor(private readonly reads: ContractReads) {}

  @Query()
  contract(_: unknown, { id }: QueryContractArgs, { loaders }: RequestContext) {
    return loaders.contracts.contract.load(id);
  }

  @Query()
  async contracts(_: unknown, args: QueryContractsArgs, context: RequestContext) {
    const viewer = signedIn(context);
    const page = await this.reads.contracts(viewer, args, newestPageRequest(args, context.language), context.today);
    return connection(page, newestPlace, () => this.reads.countContracts(viewer, args, context.today));
  }
}
