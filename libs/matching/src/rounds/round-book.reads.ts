import type { Database, Day, Queryable } from '@lienket/platform';
import sql, { type Sql } from 'sql-template-tag';
import { placeOf } from '../distance.js';
import type { RoundBook, RoundDemand, RoundListing } from './round.js';
import type { RoundWish } from './round-wish.js';

export interface BookRead {
  readonly book: RoundBook;
  /** Open postings that the round asks for, but without a price. */
  readonly skippedListings: number;
  readonly skippedDemands: number;
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const AT_ONCE = 20_000;

/**
 * What a round is run on, as one moment has it. Takes no viewer: it reads what every signed-in user sees, open postings of ACTIVE
 * organizations, and whose listings they may be says the wish.
 */
export const readBook = (database: Database, wish: RoundWish, today: Day): Promise<BookRead> =>
  database.transaction(async (tx) => {
    await tx.query(sql`set transaction isolation level repeatable read, read only`);
    return bookIn(tx, wish, today);
  });

/** The same, of what a transaction sees. */
export async function bookIn(snapshot: Queryable, wish: RoundWish, today: Day): Promise<BookRead> {
  const listings = await readAll<RoundListing>(snapshot, listingsOpen(wish, today));
  const demands = await readAll<RoundDemand>(snapshot, demandsOpen(wish, today));
  const { transportVndPerTonneKm, inclusionBonusVnd } = wish;
  return {
    book: { today, transportVndPerTonneKm, inclusionBonusVnd, listings: listings.priced, demands: demands.priced },
    skippedListings: listings.skipped,
    skippedDemands: demands.skipped,
  };
}

interface Priced {
  readonly priced: boolean;
}

async function readAll<Posting extends RoundListing | RoundDemand>(
  snapshot: Queryable,
  page: (after: string) => Sql,
): Promise<{ priced: Posting[]; skipped: number }> {
  const found = { priced: [] as Posting[], skipped: 0 };
  let after = BEFORE_ALL;
  for (;;) {
    const rows = await snapshot.query<Posting & Priced>(page(after));
    if (rows.length === 0) return found;
    for (const { priced, ...posting } of rows)
      if (priced) found.priced.push({ ...posting, ...rounded(posting) } as unknown as Posting);
      else found.skipped += 1;
    after = rows.at(-1)!.id;
  }
}

function rounded(posting: { readonly latitude: number; readonly longitude: number }) {
  const { latitude, longitude } = placeOf(posting, null, posting);
  return { latitude, longitude };
}

const listingsOpen = (wish: RoundWish, today: Day) => (after: string) => sql`
  select ${COLUMNS}, posting.organization_id as "organizationId", lower(posting.available) as "from", upper(posting.available) - 1 as "to",
    array_position(commodity.grades, posting.grade) - 1 as "gradeRank", posting.certifications,
    posting.ask_price_vnd_per_kg::int as "askVndPerKg", posting.ask_price_vnd_per_kg is not null as priced,
    profile.kind <> 'ENTERPRISE' and not exists (
      select from participation.current_link_v link
      where link.organization_id = posting.organization_id and link.valid @> ${today}::date
    ) as "earnsBonus"
  from market.listing_v posting ${around(sql`posting.organization_id`, today)}
  where ${isOpen(after, sql`posting.available`, today)} and ${isOneOf(sql`posting.commodity_code`, wish.commodityCodes)}
    and ${isOneOf(sql`posting.province_code`, wish.provinceCodes)} and ${isOneOf(sql`profile.province_code`, wish.managedProvinceCodes)}
  order by posting.id limit ${AT_ONCE}`;

const demandsOpen = (wish: RoundWish, today: Day) => (after: string) => sql`
  select ${COLUMNS}, posting.buyer_id as "organizationId", lower(posting.deliver) as "from", upper(posting.deliver) - 1 as "to",
    array_position(commodity.grades, posting.minimum_grade) - 1 as "minimumGradeRank", posting.required_certifications as "requiredCertifications",
    posting.maximum_price_vnd_per_kg::int as "maximumVndPerKg", posting.maximum_price_vnd_per_kg is not null as priced,
    posting.maximum_suppliers as "maximumSuppliers"
  from market.demand_v posting ${around(sql`posting.buyer_id`, today)}
  where ${isOpen(after, sql`posting.deliver`, today)} and ${isOneOf(sql`posting.commodity_code`, wish.commodityCodes)}
    and (posting.minimum_grade is null or posting.minimum_grade = any(commodity.grades))
    and posting.deliver && daterange(${wish.deliverFrom}::date, ${wish.deliverTo}::date, '[]')
  order by posting.id limit ${AT_ONCE}`;

const COLUMNS = sql`posting.id, posting.province_code as "provinceCode", posting.commodity_code as "commodityCode",
  coalesce(commodity.perishable_days <= 2, false) as "spoilsFast", posting.variety,
  floor(posting.quantity_kg - posting.held_kg)::float8 as "quantityKg", ceil(posting.minimum_lot_kg)::float8 as "minimumLotKg",
  coalesce(posting.latitude, owner.latitude, province.seat_latitude) as latitude,
  coalesce(posting.longitude, owner.longitude, province.seat_longitude) as longitude`;

const around = (ownerId: Sql, today: Day): Sql => sql`
  join registry.commodity_v commodity on commodity.code = posting.commodity_code
  join registry.province_v province on province.code = posting.province_code
  join registry.organization_v owner on owner.id = ${ownerId}
  join registry.organization_profile_v profile
    on profile.organization_id = ${ownerId} and profile.valid @> ${today}::date and profile.status = 'ACTIVE'`;

/** Of less than a kilogram nothing can be allotted. */
const isOpen = (after: string, window: Sql, today: Day): Sql => sql`
  posting.id > ${after}::uuid and posting.withdrawn_at is null and upper(${window}) > ${today}::date
  and posting.quantity_kg - posting.held_kg >= 1`;

const isOneOf = (code: Sql, codes: readonly string[] | null): Sql =>
  codes === null ? sql`true` : sql`${code} = any(${[...codes]}::text[])`;
