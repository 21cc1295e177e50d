import { grams, kilograms } from '@lienket/market';
import { Database, type Day, type Queryable } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { fraction, toDecimal } from '../fraction.js';
import { REACH } from '../match-sql.js';
import { MatchReads, type Match, type MatchPage } from '../match.reads.js';
import type { Weights } from '../weights.js';
import { findBundles, type FoundBundle } from './bundle-search.js';
import type { Candidate, Order } from './bundle.js';

export interface Bundle {
  readonly suppliers: readonly { readonly listingId: string; readonly quantityKg: string }[];
  readonly quantityKg: string;
  /** null where a price is open. */
  readonly averagePriceVndPerKg: string | null;
  /** In millionths exact; rounded half up. */
  readonly score: number;
  /** No bundle scores more than score + gap. */
  readonly gap: number;
}

export interface BundleRequest {
  readonly weights: Weights;
  readonly count: number;
}

interface DemandRow {
  readonly id: string;
  readonly remainingKg: string;
  readonly minimumLotKg: string;
  readonly maximumSuppliers: number | null;
}
interface ListingRow {
  readonly id: string;
  readonly supplierId: string;
  readonly minimumLotKg: string;
}

const MILLION = 1_000_000;

/** Answers which suppliers together fill a demand. Takes no viewer, as MatchReads doesn't. */
@Injectable()
export class BundleReads {
  constructor(
    @Inject(Database) private readonly database: Queryable,
    private readonly matches: MatchReads,
  ) {}

  /** For each of these demands the best bundles found of its best 500 matches; none where these can't fill it. */
  async bundlesOf(
    demandIds: readonly string[],
    { weights, count }: BundleRequest,
    today: Day,
  ): Promise<Map<string, Bundle[]>> {
    const pages = await this.matches.matchesOf('DEMAND', demandIds, { weights, first: REACH, after: null }, today);
    const demands = await this.database.query<DemandRow>(sql`
      select id, (quantity_kg - held_kg)::text as "remainingKg", minimum_lot_kg::text as "minimumLotKg", maximum_suppliers as "maximumSuppliers"
      from market.demand_v where id = any(${[...demandIds]}::uuid[])`);
    const ids = new Set([...pages.values()].flatMap(({ rows }) => rows.map(({ listingId }) => listingId)));
    const listings = await this.database.query<ListingRow>(sql`
      select id, organization_id as "supplierId", minimum_lot_kg::text as "minimumLotKg"
      from market.listing_v where id = any(${[...ids]}::uuid[])`);
    const listingOf = new Map(listings.map((listing) => [listing.id, listing]));
    const bundles = new Map<string, Bundle[]>();
    for (const demand of demands) {
      // Each takes some milliseconds, in which nobody else is answered.
      await setImmediate();
      bundles.set(demand.id, bundlesFrom(demand, pages.get(demand.id), listingOf, count));
    }
    return bundles;
  }
}

function bundlesFrom(
  demand: DemandRow,
  page: MatchPage | undefined,
  listingOf: ReadonlyMap<string, ListingRow>,
  count: number,
): Bundle[] {
  const rows = page?.rows ?? [];
  const minimumLotG = Number(grams(demand.minimumLotKg));
  const candidates = rows.flatMap(({ listingId, score, quantityKg }): Candidate[] => {
    const listing = listingOf.get(listingId);
    if (!listing) return [];
    const leastG = Math.max(Number(grams(listing.minimumLotKg)), minimumLotG);
    const mostG = Number(grams(quantityKg));
    return [{ listingId, supplierId: listing.supplierId, score: Math.round(score * MILLION), leastG, mostG }];
  });
  const order: Order = {
    quantityG: Number(grams(demand.remainingKg)),
    suppliersMax: demand.maximumSuppliers ?? Infinity,
    unseenScore: rows.length < REACH ? null : Math.round((rows.at(-1)?.score ?? 0) * MILLION),
  };
  const matchOf = new Map(rows.map((match) => [match.listingId, match]));
  return findBundles(candidates, order, count).map((found) => toBundle(found, order, matchOf));
}

function toBundle(
  { shares, worth, bound }: FoundBundle,
  { quantityG }: Order,
  matchOf: ReadonlyMap<string, Match>,
): Bundle {
  const whole = BigInt(quantityG);
  const score = floorOf(2n * worth + whole, 2n * whole);
  const paid = shares.map(({ candidate, quantityG: part }) => {
    const price = matchOf.get(candidate.listingId)?.facts.askPriceVndPerKg ?? null;
    return price === null ? null : BigInt(price) * BigInt(part);
  });
  const sum = paid.reduce((all, value) => (all === null || value === null ? null : all + value), 0n);
  return {
    suppliers: shares.map(({ candidate, quantityG: part }) => ({
      listingId: candidate.listingId,
      quantityKg: kilograms(BigInt(part)),
    })),
    quantityKg: kilograms(whole),
    averagePriceVndPerKg: sum === null ? null : toDecimal(fraction(sum, whole), 3).replace(/\.?0+$/, ''),
    score: Number(score) / MILLION,
    gap: Number(-floorOf(-bound, whole) - score) / MILLION,
  };
}

/** @param denominator above 0 */
const floorOf = (numerator: bigint, denominator: bigint): bigint => {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
};
