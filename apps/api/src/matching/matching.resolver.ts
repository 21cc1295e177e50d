import { matchPlace, normaliseWeights, placeKeys, reasonFor, type Anchor, type Match } from '@lienket/matching';
import type { DemandRow, ListingRow } from '@lienket/market';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { connection, pageRequest } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { answer } from '../door/refusal-error.js';
import type { DemandBundlesArgs, DemandMatchesArgs, ListingMatchesArgs } from '../generated/graphql.js';

const BUNDLES_DEFAULT = 3;

const isOpen = (posting: ListingRow | DemandRow | null): boolean => posting?.status === 'OPEN';

@Resolver('Listing')
export class ListingMatches {
  @ResolveField()
  matches(listing: ListingRow, args: ListingMatchesArgs, context: RequestContext) {
    const { demand } = context.loaders.market;
    return matchesOf({ anchor: 'LISTING', id: listing.id }, args, context, async (match) => ({
      listing,
      demand: await demand.load(match.demandId),
    }));
  }
}

@Resolver('Demand')
export class DemandMatches {
  @ResolveField()
  matches(demand: DemandRow, args: DemandMatchesArgs, context: RequestContext) {
    const { listing } = context.loaders.market;
    return matchesOf({ anchor: 'DEMAND', id: demand.id }, args, context, async (match) => ({
      demand,
      listing: await listing.load(match.listingId),
    }));
  }

  @ResolveField()
  async bundles(demand: DemandRow, args: DemandBundlesArgs, { loaders, language }: RequestContext) {
    const weights = answer(normaliseWeights(args.weights), language);
    const wish = { weights, count: args.first ?? BUNDLES_DEFAULT };
    const bundles = await loaders.matching.bundles(demand.id, wish, JSON.stringify(args));
    const told = bundles.map(async ({ suppliers, ...bundle }) => {
      const listings = await Promise.all(suppliers.map(({ listingId }) => loaders.market.listing.load(listingId)));
      const filled = suppliers.map((supplier, index) => ({ ...supplier, listing: listings[index] ?? null }));
      return filled.every(({ listing }) => isOpen(listing)) ? [{ ...bundle, suppliers: filled }] : [];
    });
    return (await Promise.all(told)).flat();
  }
}

interface Postings {
  readonly listing: ListingRow | null;
  readonly demand: DemandRow | null;
}

/** What was withdrawn, filled or hidden after it was ranked is left out. */
async function matchesOf(
  { anchor, id }: { anchor: Anchor; id: string },
  args: ListingMatchesArgs,
  { loaders, language }: RequestContext,
  postingsOf: (match: Match) => Promise<Postings>,
) {
  const weights = answer(normaliseWeights(args.weights), language);
  const { first, after } = pageRequest(args, 2, language);
  const request = { weights, first, after: answer(matchPlace(after), language) };
  const { rows, totalCount, hasNextPage } = await loaders.matching.matches(anchor, id, request, JSON.stringify(args));
  const matches = await Promise.all(rows.map(async (match) => ({ ...match, ...(await postingsOf(match)) })));
  return connection(
    { rows: matches.filter(({ listing, demand }) => isOpen(listing) && isOpen(demand)), hasNextPage },
    (match) => placeKeys(match, anchor),
    () => Promise.resolve(totalCount),
  );
}

@Resolver('Match')
export class MatchFields {
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
