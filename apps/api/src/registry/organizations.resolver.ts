import { participatingOrganizations } from '@lienket/participation';
import { OrganizationListReads, organizationPlace, ORGANIZATION_PLACE_KEYS } from '@lienket/registry';
import { Query, Resolver } from '@nestjs/graphql';
import { connection, pageRequest } from '../door/connection.js';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';
import { answer } from '../door/refusal-error.js';
import type { QueryOrganizationArgs, QueryOrganizationsArgs } from '../generated/graphql.js';

@Resolver()
export class OrganizationQueries {
  constructor(private readonly organizationList: OrganizationListReads) {}

  @Query()
  organization(_: unknown, { id }: QueryOrganizationArgs, { loaders }: RequestContext) {
    return loaders.registry.organization.load(id);
  }

  @Query()
  async organizations(_: unknown, args: QueryOrganizationsArgs, context: RequestContext) {
    const { today, language } = context;
    const viewer = signedIn(context);
    const { participates, ...narrowing } = args.filter ?? {};
    const filter = {
      ...narrowing,
      ...(participates != null && { within: participatingOrganizations(participates, today) }),
    };
    const page = answer(
      await this.organizationList.page(viewer, today, filter, pageRequest(args, ORGANIZATION_PLACE_KEYS, language)),
      language,
    );
    return connection(page, organizationPlace, () => this.organizationList.count(viewer, today, filter));
  }
}
