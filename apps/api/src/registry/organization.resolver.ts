import type { Organization } from '@lienket/registry';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../door/context.js';
import { shown, shownPlace } from '../door/shown.js';
import type { OrganizationMemberOfArgs, OrganizationRatingArgs } from '../generated/graphql.js';

@Resolver('Organization')
export class OrganizationFields {
  @ResolveField()
  taxCode({ id, taxCode }: Organization, _: unknown, context: RequestContext) {
    return shown(taxCode, 'TAX_CODE', context, () => [id]);
  }

  @ResolveField()
  location({ id, location }: Organization, _: unknown, context: RequestContext) {
    return shownPlace(location, context, id);
  }

  @ResolveField()
  contact({ id, contact }: Organization, _: unknown, context: RequestContext) {
    return shown(contact, 'CONTACT', context, () => [id]);
  }

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
