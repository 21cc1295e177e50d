import { isUuid, type Day, type Queryable } from '@lienket/platform';
import { managedProvinces, type Viewer } from '@lienket/identity';
import sql, { join, type Sql } from 'sql-template-tag';
import type { PostingStatus } from './posting-status.js';
import type { PostingKind } from './posting.js';

/** The rows of one kind in the words that hold for both. PostgreSQL reads through it, so that indexes serve. */
const POSTINGS: Readonly<Record<PostingKind, Sql>> = {
  LISTING: sql`(select id, organization_id as owner_id, commodity_code, variety, grade, certifications, quantity_kg, held_kg, minimum_lot_kg,
    null::integer as maximum_suppliers, available as days, ask_price_vnd_per_kg as price_vnd_per_kg, province_code, latitude, longitude, withdrawn_at, created_at
    from market.listing)`,
  DEMAND: sql`(select id, buyer_id as owner_id, commodity_code, variety, minimum_grade as grade, required_certifications as certifications, quantity_kg, held_kg, minimum_lot_kg,
    maximum_suppliers, deliver as days, maximum_price_vnd_per_kg as price_vnd_per_kg, province_code, latitude, longitude, withdrawn_at, created_at
    from market.demand)`,
};

/** A posting with what its organization is today, as `posting` and `profile`. */
export const postingsOn = (kind: PostingKind, today: Day): Sql => sql`
  ${POSTINGS[kind]} posting
  join registry.organization_profile_v profile on profile.organization_id = posting.owner_id and profile.valid @> ${today}::date`;

/**
 * The same, one posting after another: where only the first of many are read, in the order of an index. Of the days of a profile PostgreSQL
 * expects to find next to none, and would rather read all postings and all profiles; so it is not left the choice.
 */
export const postingsOneByOne = (kind: PostingKind, today: Day): Sql => sql`
  ${POSTINGS[kind]} posting
  cross join lateral (
    select status, kind, province_code from registry.organization_profile_v one where one.organization_id = posting.owner_id and one.valid @> ${today}::date offset 0
  ) profile`;

/** The status of `posting` on a day, as `postingStatus` judges it. */
export const statusOn = (today: Day): Sql => sql`case
  when posting.withdrawn_at is not null then 'WITHDRAWN'
  when posting.held_kg >= posting.quantity_kg then 'FILLED'
  when upper(posting.days) <= ${today}::date then 'EXPIRED'
  else 'OPEN' end`;

/**
 * Whether `posting` has one of these statuses on a day. Said in plain conditions: of what a case answers PostgreSQL expects next to nothing.
 * And of two conditions that most meet, it expects a ninth to meet them; of two that most don't miss, four ninths.
 */
export function hasStatusOn(today: Day, statuses: readonly PostingStatus[]): Sql {
  const isFilled = sql`posting.held_kg >= posting.quantity_kg`;
  const isPast = sql`upper(posting.days) <= ${today}::date`;
  const conditions: Readonly<Record<PostingStatus, Sql>> = {
    WITHDRAWN: sql`posting.withdrawn_at is not null`,
    FILLED: sql`posting.withdrawn_at is null and ${isFilled}`,
    EXPIRED: sql`posting.withdrawn_at is null and not ${isFilled} and ${isPast}`,
    OPEN: sql`posting.withdrawn_at is null and (${isFilled}) is not true and (${isPast}) is not true`,
  };
  return sql`(${join(
    [...new Set(statuses)].map((status) => conditions[status]),
    ' or ',
  )})`;
}

/** Whether the viewer is of the posting's organization or answers for its province. */
export function ownedOrManagedBy(viewer: Viewer): Sql {
  const provinces = managedProvinces(viewer);
  return sql`(posting.owner_id = ${viewer.organizationId}::uuid or ${provinces}::text[] is null or profile.province_code = any(${provinces}::text[]))`;
}

/**
 * Whether the viewer may see `posting`: open ones of ACTIVE organizations are for every signed-in viewer; the others for
 * their own, for who manages their province, and for who sees a contract that refers to them.
 */
export function seenBy(viewer: Viewer, today: Day): Sql {
  const provinces = managedProvinces(viewer);
  return sql`(
    (profile.status = 'ACTIVE' and posting.withdrawn_at is null and posting.held_kg < posting.quantity_kg and upper(posting.days) > ${today}::date)
    or ${ownedOrManagedBy(viewer)}
    or exists (
      select from market.posting_acquaintance acquaintance
      where acquaintance.posting_id = posting.id and (
        acquaintance.organization_id = ${viewer.organizationId}::uuid
        or exists (
          select from registry.organization_profile_v party
          where party.organization_id = acquaintance.organization_id and party.valid @> ${today}::date and party.province_code = any(${provinces}::text[])
        )
      )
    )
  )`;
}

export interface SeenPosting {
  readonly id: string;
  readonly ownerId: string;
  readonly commodityCode: string;
}

/** Of these postings those that the viewer may see, by id. */
export async function postingsSeen(
  queryable: Queryable,
  viewer: Viewer,
  { kind, ids, today }: { kind: PostingKind; ids: readonly string[]; today: Day },
): Promise<Map<string, SeenPosting>> {
  const possible = ids.filter(isUuid);
  if (possible.length === 0) return new Map();
  const rows = await queryable.query<SeenPosting>(sql`
    select posting.id, posting.owner_id as "ownerId", posting.commodity_code as "commodityCode"
    from ${postingsOn(kind, today)} where posting.id = any(${possible}::uuid[]) and ${seenBy(viewer, today)}`);
  return new Map(rows.map((row) => [row.id, row]));
}
