import { actorOf, type Viewer } from '@lienket/identity';
import { Database, pageOf, type Day, type Page, type PageRequest } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { allocationSeenBy, shadowPriceSeenBy } from './round-sight.js';

export interface RoundAllocationRow {
  readonly roundId: string;
  readonly position: number;
  readonly listingId: string;
  readonly demandId: string;
  readonly quantityKg: string;
  readonly priceVndPerKg: string;
  readonly surplusVnd: string;
}

export interface ShadowPriceRow {
  readonly roundId: string;
  readonly commodityCode: string;
  readonly provinceCode: string;
  readonly supplyVndPerKg: string;
  readonly demandVndPerKg: string;
}

export interface RoundProvinceRow {
  readonly roundId: string;
  readonly provinceCode: string;
  readonly suppliedKg: string;
  readonly supplierCount: number;
  readonly receivedKg: string;
}

/** What rounds found. */
@Injectable()
export class RoundPartReads {
  constructor(private readonly database: Database) {}

  /** By position; the cursor holds it. */
  allocationsOf(
    viewer: Viewer,
    roundIds: readonly string[],
    { first, after }: PageRequest,
    today: Day,
  ): Promise<Map<string, Page<RoundAllocationRow>>> {
    const behind = after === null ? sql`true` : sql`allocation.position > ${Number(after[0])}`;
    return this.pagesOf<RoundAllocationRow>(
      viewer,
      roundIds,
      first,
      today,
      sql`
      select allocation.round_id as "roundId", allocation.position, allocation.listing_id as "listingId", allocation.demand_id as "demandId",
        allocation.quantity_kg::text as "quantityKg", allocation.price_vnd_per_kg::text as "priceVndPerKg", allocation.surplus_vnd::text as "surplusVnd"
      from matching.round_allocation allocation
      where allocation.round_id = round.id and ${allocationSeenBy(viewer)} and ${behind}
      order by allocation.position`,
    );
  }

  countAllocations(viewer: Viewer, roundIds: readonly string[], today: Day): Promise<Map<string, number>> {
    const counted = sql`matching.round_allocation allocation where allocation.round_id = round.id and ${allocationSeenBy(viewer)}`;
    return this.countsOf(viewer, roundIds, today, counted);
  }

  /** Where allotted goods lie and where they go, by the province's code. */
  provincesOf(viewer: Viewer, roundIds: readonly string[], today: Day): Promise<RoundProvinceRow[]> {
    return this.database.as(actorOf(viewer, today)).query<RoundProvinceRow>(sql`
      select round.id as "roundId", part.* from matching.round round cross join lateral (
        select place.code as "provinceCode", coalesce(sum(place.quantity_kg) filter (where place.supplier_id is not null), 0)::text as "suppliedKg",
          count(distinct place.supplier_id)::int as "supplierCount",
          coalesce(sum(place.quantity_kg) filter (where place.supplier_id is null), 0)::text as "receivedKg"
        from matching.round_allocation allocation
        join market.listing_v listing on listing.id = allocation.listing_id
        join market.demand_v demand on demand.id = allocation.demand_id
        cross join lateral (values (listing.province_code, allocation.supplier_id, allocation.quantity_kg),
          (demand.province_code, null, allocation.quantity_kg)) as place (code, supplier_id, quantity_kg)
        where allocation.round_id = round.id and ${allocationSeenBy(viewer)}
        group by place.code
      ) as part
      where round.id = any(${[...roundIds]}::uuid[]) order by part."provinceCode"`);
  }

  /** By commodity, then province, by their codes; the cursor holds both. */
  shadowPricesOf(
    viewer: Viewer,
    roundIds: readonly string[],
    { first, after }: PageRequest,
    today: Day,
  ): Promise<Map<string, Page<ShadowPriceRow>>> {
    const behind =
      after === null
        ? sql`true`
        : sql`(price.commodity_code, price.province_code) > (${after[0]!}::text, ${after[1]!}::text)`;
    return this.pagesOf<ShadowPriceRow>(
      viewer,
      roundIds,
      first,
      today,
      sql`
      select price.round_id as "roundId", price.commodity_code as "commodityCode", price.province_code as "provinceCode",
        trim_scale(price.supply_vnd_per_kg)::text as "supplyVndPerKg", trim_scale(price.demand_vnd_per_kg)::text as "demandVndPerKg"
      from matching.round_shadow_price price
      where price.round_id = round.id and ${shadowPriceSeenBy(viewer)} and ${behind}
      order by price.commodity_code, price.province_code`,
    );
  }

  countShadowPrices(viewer: Viewer, roundIds: readonly string[], today: Day): Promise<Map<string, number>> {
    const counted = sql`matching.round_shadow_price price where price.round_id = round.id and ${shadowPriceSeenBy(viewer)}`;
    return this.countsOf(viewer, roundIds, today, counted);
  }

  private async pagesOf<Row extends { readonly roundId: string }>(
    viewer: Viewer,
    roundIds: readonly string[],
    first: number,
    today: Day,
    statement: Sql,
  ): Promise<Map<string, Page<Row>>> {
    const rows = await this.database.as(actorOf(viewer, today)).query<Row>(sql`
      select part.* from matching.round round cross join lateral (${statement} limit ${first + 1}) as part
      where round.id = any(${[...roundIds]}::uuid[])`);
    return new Map(
      roundIds.map((id) => [
        id,
        pageOf(
          rows.filter(({ roundId }) => roundId === id),
          first,
        ),
      ]),
    );
  }

  private async countsOf(
    viewer: Viewer,
    roundIds: readonly string[],
    today: Day,
    counted: Sql,
  ): Promise<Map<string, number>> {
    const rows = await this.database.as(actorOf(viewer, today)).query<{ id: string; count: number }>(sql`
      select round.id, (select count(*) from ${counted}) as count from matching.round round where round.id = any(${[...roundIds]}::uuid[])`);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
