import {
  CreatePosting,
  listingContent,
  ListingReads,
  RemovePhoto,
  UpdatePosting,
  WithdrawPosting,
  type ListingRow,
  type PhotoRow,
} from '@lienket/market';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { connection, newestPageRequest, newestPlace } from '../door/connection.js';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import { shownPlace } from '../door/shown.js';
import type {
  MutationCreateListingArgs,
  MutationRemoveListingPhotoArgs,
  MutationUpdateListingArgs,
  MutationWithdrawListingArgs,
  QueryListingArgs,
  QueryListingsArgs,
} from '../generated/graphql.js';
import { photoPath } from './listing-photos.controller.js';
import { asksOwnersBriefly } from './owners-asked.js';
import { possibleFilter } from './posting-filter.js';

@Resolver()
export class ListingQueries {
  constructor(private readonly reads: ListingReads) {}

  @Query()
  listing(_: unknown, { id }: QueryListingArgs, { loaders }: RequestContext) {
    return loaders.market.listing.load(id);
  }

  @Query()
  async listings(_: unknown, args: QueryListingsArgs, context: RequestContext, info: GraphQLResolveInfo) {
    const viewer = signedIn(context);
    const filter = possibleFilter(args.filter, context.language);
    const how = { today: context.today, withOwners: asksOwnersBriefly(info) };
    const page = await this.reads.listings(viewer, filter, newestPageRequest(args, context.language), how);
    return connection(page, newestPlace, () => this.reads.countListings(viewer, filter, context.today));
  }
}

@Resolver()
export class ListingMutations {
  constructor(
    private readonly door: Door,
    private readonly creates: CreatePosting,
    private readonly updates: UpdatePosting,
    private readonly withdraws: WithdrawPosting,
    private readonly removes: RemovePhoto,
  ) {}

  @Mutation()
  async createListing(_: unknown, { input }: MutationCreateListingArgs, context: RequestContext) {
    const posting = { kind: 'LISTING', content: listingContent(input) } as const;
    const created = await this.door.carryOut(context, (tx, viewer) => this.creates.execute(tx, viewer, posting));
    return context.loaders.market.listing.load(created);
  }

  @Mutation()
  async updateListing(_: unknown, { id, input }: MutationUpdateListingArgs, context: RequestContext) {
    const posting = { kind: 'LISTING', id, content: listingContent(input) } as const;
    const updated = await this.door.carryOut(context, (tx, viewer) => this.updates.execute(tx, viewer, posting));
    return context.loaders.market.listing.load(updated);
  }

  @Mutation()
  async withdrawListing(_: unknown, { id }: MutationWithdrawListingArgs, context: RequestContext) {
    const withdrawn = await this.door.carryOut(context, (tx, viewer) =>
      this.withdraws.execute(tx, viewer, { kind: 'LISTING', id }),
    );
    return context.loaders.market.listing.load(withdrawn);
  }

  @Mutation()
  async removeListingPhoto(_: unknown, { id }: MutationRemoveListingPhotoArgs, context: RequestContext) {
    const listingId = await this.door.carryOut(context, (tx, viewer) => this.removes.execute(tx, viewer, { id }));
    return context.loaders.market.listing.load(listingId);
  }
}

@Resolver('Listing')
export class ListingFields {
  @ResolveField()
  location({ organizationId, location }: ListingRow, _: unknown, context: RequestContext) {
    return shownPlace(location, context, organizationId);
  }

  @ResolveField()
  organization({ organizationId, organization }: ListingRow, _: unknown, { loaders }: RequestContext) {
    return organization === undefined ? loaders.registry.organization.load(organizationId) : organization;
  }

  @ResolveField()
  commodity({ commodityCode }: ListingRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.commodity.load(commodityCode);
  }

  @ResolveField()
  province({ provinceCode }: ListingRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.province.load(provinceCode);
  }

  @ResolveField()
  photos({ id }: ListingRow, _: unknown, { loaders }: RequestContext) {
    return loaders.market.photos.load(id);
  }
}

@Resolver('ListingPhoto')
export class ListingPhotoFields {
  @ResolveField()
  url({ id }: PhotoRow) {
    return photoPath(id);
  }
}
