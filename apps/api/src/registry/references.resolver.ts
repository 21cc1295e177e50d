import { ReferenceReads, type Province } from '@lienket/registry';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../door/context.js';
import { Public } from '../door/guard.js';

@Resolver()
export class ReferenceQueries {
  constructor(private readonly references: ReferenceReads) {}

  @Public()
  @Query()
  async provinces() {
    return [...(await this.references.provinces()).values()];
  }

  @Public()
  @Query()
  async commodities() {
    return [...(await this.references.commodities()).values()];
  }

  @Public()
  @Query()
  async certificationSchemes() {
    return [...(await this.references.certificationSchemes()).values()];
  }
}

@Resolver('Province')
export class ProvinceFields {
  @ResolveField()
  region({ regionVi, regionEn }: Province, _: unknown, { language }: RequestContext) {
    return language === 'vi' ? regionVi : regionEn;
  }
}
