import { AccessLog, type AccessRow } from '@lienket/identity';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import { connection, newestPageRequest } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { invalidInputError } from '../door/refusal-error.js';
import type { QueryAccessesArgs } from '../generated/graphql.js';

@Resolver()
export class AccessQueries {
  constructor(private readonly accessLog: AccessLog) {}

  @Query()
  async accesses(_: unknown, args: QueryAccessesArgs, context: RequestContext) {
    const viewer = signedIn(context);
    const { today, language } = context;
    const filter = args.filter ?? {};
    if (filter.from && filter.to && filter.to < filter.from) throw invalidInputError(language, 'ORDER', 'filter.to');
    const page = await this.accessLog.page(viewer, today, filter, newestPageRequest(args, language));
    return connection(
      page,
      ({ at, id }) => [at.toISOString(), id],
      () => this.accessLog.count(viewer, today, filter),
    );
  }
}

@Resolver('Access')
export class AccessFields {
  @ResolveField()
  organization({ organizationId }: AccessRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.organization.load(organizationId);
  }
}
