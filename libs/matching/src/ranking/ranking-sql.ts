import type { Day } from '@lienket/platform';
import sql, { type Sql } from 'sql-template-tag';
import type { Anchor } from '../match-sql.js';
import { reliabilityPeriod } from '../score.js';
import type { PostingEntry } from './posting-entry.js';

/** Which postings are read: a page of all that follow an id, or those of a list. */
export type Which = { readonly after: string; readonly limit: number } | { readonly ids: readonly string[] };

/** As the book takes it in, but for its place, which isn't rounded yet. */
export type PostingRow = PostingEntry;

const COLUMNS: Readonly<Record<Anchor, Sql>> = {
  LISTING: sql`posting.organization_id as "ownerId", posting.grade, posting.certifications,
    posting.ask_price_vnd_per_kg::float8 as "priceVndPerKg", lower(posting.available) - date '1970-01-01' as "firstDay",
    upper(posting.available) - date '1970-01-01' - 1 as "lastDay"`,
  DEMAND: sql`posting.buyer_id as "ownerId", posting.minimum_grade as grade, posting.required_certifications as certifications,
    posting.maximum_price_vnd_per_kg::float8 as "priceVndPerKg", lower(posting.deliver) - date '1970-01-01' as "firstDay",
    upper(posting.deliver) - date '1970-01-01' - 1 as "lastDay"`,
};
const POSTINGS: Readonly<Record<Anchor, { from: Sql; owner: Sql; window: Sql }>> = {
  LISTING: { from: sql`market.listing_v posting`, owner: sql`posting.organization_id`, window: sql`posting.available` },
  DEMAND: { from: sql`market.demand_v posting`, owner: sql`posting.buyer_id`, window: sql`posting.deliver` },
};

const among = (which: Which): Sql =>
  'ids' in which ? sql`posting.id = any(${[...which.ids]}::uuid[])` : sql`posting.id > ${which.after}::uuid`;

/** Postings that are open today, of organizations that are ACTIVE today, by id. */
export const openPostings = (kind: Anchor, which: Which, today: Day): Sql => sql`
  select posting.id, ${COLUMNS[kind]}, posting.commodity_code as "commodityCode", posting.variety,
    ((posting.quantity_kg - posting.held_kg) * 1000)::float8 as "remainingG", (posting.minimum_lot_kg * 1000)::float8 as "minimumLotG",
    coalesce(posting.latitude, organization.latitude, province.seat_latitude) as latitude,
    coalesce(posting.longitude, organization.longitude, province.seat_longitude) as longitude
  from ${POSTINGS[kind].from}
  join registry.organization_v organization on organization.id = ${POSTINGS[kind].owner}
  join registry.province_v province on province.code = posting.province_code
  join registry.organization_profile_v profile
    on profile.organization_id = ${POSTINGS[kind].owner} and profile.valid @> ${today}::date and profile.status = 'ACTIVE'
  where ${among(which)} and posting.withdrawn_at is null and upper(${POSTINGS[kind].window}) > ${today}::date
    and posting.held_kg < posting.quantity_kg
  order by posting.id ${'limit' in which ? sql`limit ${which.limit}` : sql``}`;

/** The ids of all postings of these organizations, whatever their status. */
export const postingsOf = (kind: Anchor, ownerIds: readonly string[]): Sql =>
  sql`select posting.id from ${POSTINGS[kind].from} where ${POSTINGS[kind].owner} = any(${[...ownerIds]}::uuid[])`;

/** The organizations that follow an id and list something, by id. */
export const supplierIds = (after: string, limit: number): Sql => sql`
  select organization.id from registry.organization_v organization
  where organization.id > ${after}::uuid and exists (
    select from market.listing_v listing where listing.organization_id = organization.id and listing.withdrawn_at is null)
  order by organization.id limit ${limit}`;

/** What each of them adds to the score of its listings: see scoredPairs in match-sql.ts. */
export const owners = (ids: readonly string[], today: Day): Sql => {
  const period = reliabilityPeriod(today);
  return sql`
    select profile.organization_id as id, record.line_count as "endedLineCount", record.kept::float8 as kept,
      profile.kind <> 'ENTERPRISE' and not exists (
        select from participation.current_link_v link
        where link.organization_id = profile.organization_id and link.valid @> ${today}::date
      ) as included
    from registry.organization_profile_v profile
    cross join lateral contracts.supply_record(profile.organization_id, ${period.from}::date, ${period.to}::date) as record
    where profile.organization_id = any(${[...ids]}::uuid[]) and profile.valid @> ${today}::date`;
};

export const commodities = sql`select code, grades, perishable_days as "perishableDays" from registry.commodity_v`;

export interface ChangeRow {
  readonly about: Anchor | 'ORGANIZATION';
  readonly id: string;
}
/** All changes that can be seen now and couldn't at the snapshot, each once; and the snapshot of now. */
export const changesSince = (snapshot: string): Sql => sql`
  select pg_current_snapshot()::text as snapshot, change.about, change.id
  from (select) as always
  left join (
    select distinct about, id from matching.change
    where made_in >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and not pg_visible_in_snapshot(made_in, ${snapshot}::pg_snapshot)
  ) as change on true`;
export const snapshotNow = sql`select pg_current_snapshot()::text as snapshot`;
