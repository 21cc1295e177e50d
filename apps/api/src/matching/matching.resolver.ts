import { matchPlace, normaliseWeights, placeKeys, reasonFor, type Anchor, type Match } from '@lienket/matching';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageRequest } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { answer } from '../door/refusal-error.js';
import type { DemandBundlesArgs, DemandMatchesArgs, ListingMatchesArgs } from '../generated/graphql.js';

const BUNDLES_DEFAULT = 3;

@Resolver('Listing')
export class ListingMatches {
  @ResolveField()
  matches(listing: { id: string }, args: ListingMatchesArgs, context: RequestContext) {
    return matchesOf('LISTING', listing.id, args, context);
  }
}

@Resolver('Demand')
export class DemandMatches {
  @ResolveField()
  matches(demand: { id: string }, args: DemandMatchesArgs, context: RequestContext) {
    return matchesOf('DEMAND', demand.id, args, context);
  }

  @ResolveField()
  bundles(demand: { id: string }, args: DemandBundlesArgs, { loaders, language }: RequestContext) {
    const weights = answer(normaliseWeights(args.weights), language);
    return loaders.matching.bundles(demand.id, { weights, count: args.first ?? BUNDLES_DEFAULT }, JSON.stringify(args));
  }
}

async function matchesOf(
  anchor: Anchor,
  anchorId: string,
  args: ListingMatchesArgs,
  { loaders, language }: RequestContext,
) {
  const weights = answer(normaliseWeights(args.weights), language);
  const { first, after } = pageRequest(args, 2, language);
  const request = { weights, first, after: answer(matchPlace(after), language) };
  const page = await loaders.matching.matches(anchor, anchorId, request, JSON.stringify(args));
  return connection(
    page,
    (match) => placeKeys(match, anchor),
    () => Promise.resolve(page.totalCount),
  );
}

@Resolver('Match')
export class MatchFields {
  @ResolveField()
  listing({ listingId }: Match, _: unknown, { loaders }: RequestContext) {
    return loaders.market.listing.load(listingId);
  }

  @ResolveField()
  demand({ demandId }: Match, _: unknown, { loaders }: RequestContext) {
    return loaders.market.demand.load(demandId);
  }

  @ResolveField()
  parts({ parts, facts }: Match) {
    return parts.map((part) => ({ ...part, facts }));
  }

  @ResolveField()
  distanceKm({ facts }: Match) {
    return facts.distanceM / 1000;
  }

  @ResolveField()
  distanceIsApproximate({ facts }: Match) {
    return facts.distanceIsApproximate;
  }
}

@Resolver('BundleSupplier')
export class BundleSupplierFields {
  @ResolveField()
  listing({ listingId }: { listingId: string }, _: unknown, { loaders }: RequestContext) {
    return loaders.market.listing.load(listingId);
  }
}

@Resolver('ScorePart')
export class ScorePartFields {
  @ResolveField()
  reason(
    { criterion, facts }: Match['parts'][number] & Pick<Match, 'facts'>,
    _: unknown,
    { language }: RequestContext,
  ) {
    return reasonFor(criterion, facts, language);
  }
}
