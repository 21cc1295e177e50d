import { type PostingStore } from '@lienket/market';
import type { Transaction } from '@lienket/platform';
import { acquaint } from '@lienket/registry';
import sql from 'sql-template-tag';
import type { RoundBook, RoundCertificate, RoundPlan } from './round.js';
import type { RoundRun } from './round.store.js';
import type { ShadowPrice } from './shadow-prices.js';

/** What a run found, and on what. */
export interface RoundResult {
  readonly book: RoundBook;
  readonly skippedListings: number;
  readonly skippedDemands: number;
  readonly bookDigest: Buffer;
  readonly plan: RoundPlan;
  readonly allocations: readonly AllocationRow[];
  readonly shadowPrices: readonly ShadowPrice[];
  readonly certificate: RoundCertificate;
  readonly checkedAt: Date;
  /** The exported file, compressed by gzip. */
  readonly file: Buffer;
}

export interface AllocationRow {
  readonly listingId: string;
  readonly demandId: string;
  readonly supplierId: string;
  readonly buyerId: string;
  readonly quantityKg: number;
  readonly priceVndPerKg: number;
  readonly surplusVnd: string;
}

const ROWS_AT_ONCE = 5000;

/** Stores what a run found, makes both sides of each allocation known to each other, and ends the round: all of it or nothing. */
export class RoundResultStore {
  constructor(private readonly postings: PostingStore) {}

  /** @returns false, and then the transaction must be undone, where the round isn't this run's any more. */
  async keep(tx: Transaction, { roundId, run }: RoundRun, result: RoundResult): Promise<boolean> {
    for (let from = 0; from < result.allocations.length; from += ROWS_AT_ONCE)
      await insertAllocations(tx, roundId, from, result.allocations.slice(from, from + ROWS_AT_ONCE));
    await insertShadowPrices(tx, roundId, result.shadowPrices);
    await tx.query(sql`insert into matching.round_file (round_id, content) values (${roundId}, ${result.file})`);
    await this.acquaintSides(tx, result.allocations);
    // Last, so that whoever cancels meanwhile doesn't wait for the rest.
    const { plan, certificate } = result;
    const solved = await tx.query(sql`
      update matching.round set status = 'SOLVED', progress = 1, leased_until = null,
        objective_vnd = ${String(plan.objectiveVnd)}, bound_vnd = ${String(plan.boundVnd)}, newly_participating = ${plan.newlyParticipating},
        bonus_cost_vnd = ${String(plan.bonusCostVnd)}, skipped_listings = ${result.skippedListings}, skipped_demands = ${result.skippedDemands},
        feasible = ${certificate.feasible}, blocking_pairs = ${certificate.blockingPairs}, gap = ${certificate.gap},
        checked_at = ${result.checkedAt}, book_digest = ${result.bookDigest}
      where id = ${roundId} and run = ${run} and status = 'RUNNING' returning id`);
    return solved.length > 0;
  }

  private async acquaintSides(tx: Transaction, allocations: readonly AllocationRow[]): Promise<void> {
    await this.postings.acquaintEach(
      tx,
      allocations.flatMap(({ listingId, demandId, supplierId, buyerId }) => [
        { postingId: listingId, organizationId: buyerId },
        { postingId: listingId, organizationId: supplierId },
        { postingId: demandId, organizationId: supplierId },
        { postingId: demandId, organizationId: buyerId },
      ]),
    );
    const sides = new Map(
      allocations.map(({ supplierId, buyerId }) => [`${supplierId} ${buyerId}`, { supplierId, buyerId }]),
    );
    await acquaint(
      tx,
      [...sides.values()].flatMap(({ supplierId, buyerId }) => [
        { organizationId: supplierId, seenById: buyerId, contact: false, partner: false },
        { organizationId: buyerId, seenById: supplierId, contact: false, partner: false },
      ]),
    );
  }
}

async function insertAllocations(
  tx: Transaction,
  roundId: string,
  position: number,
  allocations: readonly AllocationRow[],
): Promise<void> {
  await tx.query(sql`
    insert into matching.round_allocation (round_id, position, listing_id, demand_id, supplier_id, buyer_id, quantity_kg, price_vnd_per_kg, surplus_vnd)
    select ${roundId}::uuid, ${position}::int + place - 1, "listingId", "demandId", "supplierId", "buyerId", "quantityKg", "priceVndPerKg", "surplusVnd"
    from rows from (jsonb_to_recordset(${JSON.stringify(allocations)}::jsonb) as ("listingId" uuid, "demandId" uuid, "supplierId" uuid,
      "buyerId" uuid, "quantityKg" bigint, "priceVndPerKg" bigint, "surplusVnd" numeric)) with ordinality as
      allocation ("listingId", "demandId", "supplierId", "buyerId", "quantityKg", "priceVndPerKg", "surplusVnd", place)`);
}

async function insertShadowPrices(tx: Transaction, roundId: string, prices: readonly ShadowPrice[]): Promise<void> {
  await tx.query(sql`
    insert into matching.round_shadow_price (round_id, commodity_code, province_code, supply_vnd_per_kg, demand_vnd_per_kg, least_organizations)
    select ${roundId}::uuid, "commodityCode", "provinceCode", "supplyVndPerKg", "demandVndPerKg", "leastOrganizations"
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as price ("commodityCode" text, "provinceCode" text,
      "supplyVndPerKg" numeric, "demandVndPerKg" numeric, "leastOrganizations" int)`);
}
