import { isUuid, pageOf, Prepared, type Day, type Page, type PageRequest, type Queryable } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import { organizationVisibility, type OrganizationKind, type OrganizationStatus } from '@lienket/registry';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { hasStatusOn, ownedOrManagedBy, postingsOn, postingsOneByOne, seenBy, statusOn } from './posting-sight.js';
import type { PostingStatus } from './posting-status.js';
import type { PostingKind } from './posting.js';

/** Narrows a list of postings; what is left out or empty narrows nothing, and statuses are then [OPEN]. */
export interface PostingFilter {
  readonly commodityCodes?: readonly string[] | null;
  readonly provinceCodes?: readonly string[] | null;
  /** Only postings that have all of them. */
  readonly certifications?: readonly string[] | null;
  /** Only postings whose window overlaps from..to. */
  readonly from?: Day | null;
  readonly to?: Day | null;
  readonly statuses?: readonly PostingStatus[] | null;
  readonly organizationId?: string | null;
}

/** A posting as its viewer may see it, in the words that hold for both kinds. */
export interface PostingRow {
  readonly id: string;
  readonly ownerId: string;
  readonly commodityCode: string;
  readonly variety: string | null;
  readonly grade: string | null;
  readonly certifications: readonly string[];
  readonly quantityKg: string;
  readonly remainingKg: string;
  readonly minimumLotKg: string;
  readonly maximumSuppliers: number | null;
  readonly from: Day;
  readonly to: Day;
  readonly priceVndPerKg: string | null;
  readonly provinceCode: string;
  /** Exact for its own users, its managers and partners of a signed contract; to two decimals for others. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly status: PostingStatus;
  readonly createdAt: Date;
  /** Its organization, where the question is with owners; the name is null where the viewer may not see it. */
  readonly ownerName?: string | null;
  readonly ownerKind?: OrganizationKind;
  readonly ownerStatus?: OrganizationStatus;
  readonly ownerProvinceCode?: string;
}

export interface PostingQuestion {
  readonly kind: PostingKind;
  readonly viewer: Viewer;
  readonly today: Day;
  readonly withOwners?: boolean | undefined;
}

/** What everybody who sees an organization may know of it. */
export interface PostingOwner {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly status: OrganizationStatus;
  readonly provinceCode: string;
}

/** Undefined where it was not asked for; null where the viewer may not see it. */
export function ownerOf({
  ownerId,
  ownerName,
  ownerKind,
  ownerStatus,
  ownerProvinceCode,
}: PostingRow): PostingOwner | null | undefined {
  if (
    ownerName === undefined ||
    ownerKind === undefined ||
    ownerStatus === undefined ||
    ownerProvinceCode === undefined
  )
    return undefined;
  if (ownerName === null) return null;
  return { id: ownerId, name: ownerName, kind: ownerKind, status: ownerStatus, provinceCode: ownerProvinceCode };
}

export function readPostingsById(
  queryable: Queryable,
  question: PostingQuestion,
  ids: readonly string[],
): Promise<PostingRow[]> {
  const possible = ids.filter(isUuid);
  if (possible.length === 0) return Promise.resolve([]);
  return queryable.query(new Prepared(selected(question, sql`posting.id = any(${possible}::uuid[])`)));
}

/** Newest first by (createdAt, id); the cursor holds both. */
export async function readPostings(
  queryable: Queryable,
  question: PostingQuestion,
  filter: PostingFilter,
  page: PageRequest,
): Promise<Page<PostingRow>> {
  const [createdAt, id] = page.after ?? [];
  const after =
    createdAt === undefined || id === undefined
      ? sql`true`
      : sql`(posting.created_at, posting.id) < (${createdAt}::timestamptz, ${id}::uuid)`;
  const condition = sql`${meets(filter, question.today)} and ${after}`;
  const statement = newest(question, condition, page.first + 1);
  const rows = await queryable.query<PostingRow>(isBroad(filter) ? new Prepared(statement) : statement);
  return pageOf(rows, page.first);
}

/** Whether the order of an index leads to such postings soon, whatever the values: of what is rare PostgreSQL must see them. */
function isBroad(filter: PostingFilter): boolean {
  const { commodityCodes, provinceCodes, certifications, statuses, from, to, organizationId } = filter;
  const isNarrowed = [provinceCodes, certifications, statuses].some((wanted) => wanted?.length);
  return !isNarrowed && (commodityCodes?.length ?? 0) <= 1 && (from ?? to ?? organizationId ?? null) === null;
}

/**
 * The most that is read of a page, 100 and one more, stands in the text, where PostgreSQL sees it when it makes a plan for any values: that few are wanted,
 * and that to go by the order of an index is worth it.
 */
const newest = (question: PostingQuestion, condition: Sql, count: number): Sql => sql`
  select * from (${selected(question, condition)} order by posting.created_at desc, posting.id desc limit 101) page
  order by "createdAt" desc, id desc limit ${count}`;

export async function countPostings(
  queryable: Queryable,
  { kind, viewer, today }: PostingQuestion,
  filter: PostingFilter,
): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(
    sql`select count(*) from ${postingsOn(kind, today)} where ${meets(filter, today)} and ${seenBy(viewer, today)}`,
  );
  return row?.count ?? 0;
}

const selected = ({ kind, viewer, today, withOwners }: PostingQuestion, condition: Sql): Sql => sql`
  select posting.id, posting.owner_id as "ownerId", posting.commodity_code as "commodityCode", posting.variety, posting.grade, posting.certifications,
    trim_scale(posting.quantity_kg)::text as "quantityKg", trim_scale(posting.quantity_kg - posting.held_kg)::text as "remainingKg",
    trim_scale(posting.minimum_lot_kg)::text as "minimumLotKg", posting.maximum_suppliers as "maximumSuppliers",
    lower(posting.days) as "from", upper(posting.days) - 1 as "to", posting.price_vnd_per_kg::text as "priceVndPerKg", posting.province_code as "provinceCode",
    case when exact then posting.latitude else round(posting.latitude::numeric, 2)::double precision end as latitude,
    case when exact then posting.longitude else round(posting.longitude::numeric, 2)::double precision end as longitude,
    ${statusOn(today)} as status, posting.created_at as "createdAt" ${withOwners ? OWNER_COLUMNS : empty}
  from ${postingsOneByOne(kind, today)}
  cross join lateral (select ${ownedOrManagedBy(viewer)} or exists (
    select from registry.acquaintance_v acquaintance
    where acquaintance.organization_id = posting.owner_id and acquaintance.seen_by = ${viewer.organizationId}::uuid and acquaintance.partner
  ) as exact offset 0) sight
  ${withOwners ? owners(viewer, today) : empty}
  where ${condition} and ${seenBy(viewer, today)}`;

const OWNER_COLUMNS = sql`, owner.name as "ownerName", profile.kind as "ownerKind", profile.status as "ownerStatus", profile.province_code as "ownerProvinceCode"`;

const owners = (viewer: Viewer, today: Day): Sql => sql`
  left join lateral (
    select organization.name from registry.organization_v organization
    where organization.id = posting.owner_id and ${organizationVisibility(viewer, today).visible} offset 0
  ) owner on true`;

function meets(filter: PostingFilter, today: Day): Sql {
  const { commodityCodes, provinceCodes, certifications, organizationId } = filter;
  const conditions = [hasStatusOn(today, filter.statuses?.length ? filter.statuses : ['OPEN'])];
  if (commodityCodes?.length) conditions.push(isOneOf(sql`posting.commodity_code`, commodityCodes));
  if (provinceCodes?.length) conditions.push(sql`posting.province_code = any(${provinceCodes}::text[])`);
  if (certifications?.length) conditions.push(sql`posting.certifications @> ${certifications}::text[]`);
  if (filter.from != null || filter.to != null)
    conditions.push(sql`posting.days && daterange(${filter.from ?? null}::date, ${filter.to ?? null}::date, '[]')`);
  if (organizationId != null)
    conditions.push(isUuid(organizationId) ? sql`posting.owner_id = ${organizationId}::uuid` : sql`false`);
  return join(conditions, ' and ');
}

/** An index that goes on by age gives one commodity's postings in their order, but not those of several. */
const isOneOf = (column: Sql, codes: readonly string[]): Sql =>
  codes.length === 1 ? sql`${column} = ${codes[0]}` : sql`${column} = any(${codes}::text[])`;
