import { Database, type Day, type Queryable } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { DemandSide, ListingSide, Trader } from './pair.js';

/** A listing and a demand, whether they fit or not, as they are today. */
export interface Pair {
  readonly listing: ListingSide<Trader>;
  readonly demand: DemandSide;
}

/** Answers what of two postings decides whether they fit. Takes no viewer: ask for postings that the viewer may see. */
@Injectable()
export class PairReads {
  constructor(@Inject(Database) private readonly database: Queryable) {}

  /** null where one of them isn't there. */
  async pairOf(listingId: string, demandId: string, today: Day): Promise<Pair | null> {
    const [pair] = await this.pairsOf([listingId], demandId, today);
    return pair ?? null;
  }

  /** The demand with each of these listings that is there, in no order. */
  async pairsOf(listingIds: readonly string[], demandId: string, today: Day): Promise<Pair[]> {
    const listings = await this.database.query<ListingSide<Trader>>(sql`
      select posting.id, posting.variety, posting.grade, posting.certifications,
        posting.withdrawn_at is not null as withdrawn,
        ((posting.quantity_kg - posting.held_kg) * 1000)::float8 as "remainingG", (posting.minimum_lot_kg * 1000)::float8 as "minimumLotG",
        lower(posting.available) as "availableFrom", upper(posting.available) - 1 as "availableTo",
        posting.ask_price_vnd_per_kg::float8 as "askPriceVndPerKg",
        ${goods}, ${places}, ${trader} as supplier
      from market.listing_v posting ${around(sql`posting.organization_id`, today)}
      where posting.id = any(${listingIds}::uuid[])`);
    const [demand] = await this.database.query<DemandSide>(sql`
      select posting.id, posting.variety, posting.minimum_grade as "minimumGrade", posting.required_certifications as "requiredCertifications",
        posting.withdrawn_at is not null as withdrawn,
        ((posting.quantity_kg - posting.held_kg) * 1000)::float8 as "remainingG", (posting.minimum_lot_kg * 1000)::float8 as "minimumLotG",
        lower(posting.deliver) as "deliverFrom", upper(posting.deliver) - 1 as "deliverTo",
        posting.maximum_price_vnd_per_kg::float8 as "maximumPriceVndPerKg",
        ${goods}, ${places}, ${trader} as buyer
      from market.demand_v posting ${around(sql`posting.buyer_id`, today)}
      where posting.id = ${demandId}`);
    return demand ? listings.map((listing) => ({ listing, demand })) : [];
  }
}

const point = (of: 'posting' | 'organization') =>
  of === 'posting'
    ? sql`case when posting.latitude is not null then json_build_object('latitude', posting.latitude, 'longitude', posting.longitude) end`
    : sql`case when owner.latitude is not null then json_build_object('latitude', owner.latitude, 'longitude', owner.longitude) end`;

const goods = sql`json_build_object('code', commodity.code, 'grades', commodity.grades, 'perishableDays', commodity.perishable_days) as goods`;

const places = sql`${point('posting')} as location,
  json_build_object('latitude', province.seat_latitude, 'longitude', province.seat_longitude) as "provinceSeat"`;

const trader = sql`json_build_object('id', owner.id, 'active', coalesce(profile.status = 'ACTIVE', false),
  'enterprise', coalesce(profile.kind = 'ENTERPRISE', false), 'location', ${point('organization')})`;

const around = (ownerId: ReturnType<typeof sql>, today: Day) => sql`
  join registry.commodity_v commodity on commodity.code = posting.commodity_code
  join registry.province_v province on province.code = posting.province_code
  join registry.organization_v owner on owner.id = ${ownerId}
  left join registry.organization_profile_v profile on profile.organization_id = owner.id and profile.valid @> ${today}::date`;
