import type { Organization } from '@lienket/registry';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../door/context.js';
import type { OrganizationMemberOfArgs, OrganizationRatingArgs } from '../generated/graphql.js';

@Resolver('Organization')
export class OrganizationFields {
  @ResolveField()
  province({ provinceCode }: Organization, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.province.load(provinceCode);
  }

  @ResolveField()
  async memberOf({ id }: Organization, { asOf }: OrganizationMemberOfArgs, { loaders, today }: RequestContext) {
    const unionId = await loaders.registry.unionId.load({ id, day: asOf ?? today });
    return unionId === null ? null : loaders.registry.organization.load(unionId);
  }

  @ResolveField()
  rating({ id }: Organization, { asOf }: OrganizationRatingArgs, { loaders, today }: RequestContext) {
    return loaders.registry.rating.load({ id, day: asOf ?? today });
  }
}
