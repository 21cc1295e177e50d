import { isUuid, pageOf, Prepared, type Day, type Page, type PageRequest, type Queryable } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { hasStatusOn, ownedOrManagedBy, postingsOn, seenBy, statusOn } from './posting-sight.js';
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
}

export interface PostingQuestion {
  readonly kind: PostingKind;
  readonly viewer: Viewer;
  readonly today: Day;
}

export function readPostingsById(
  queryable: Queryable,
  question: PostingQuestion,
  ids: readonly string[],
): Promise<PostingRow[]> {
  const possible = ids.filter(isUuid);
  if (possible.length === 0) return Promise.resolve([]);
  return read(queryable, question, sql`posting.id = any(${possible}::uuid[])`, empty);
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
  const order = sql`order by posting.created_at desc, posting.id desc limit ${page.first + 1}`;
  return pageOf(await read(queryable, question, sql`${meets(filter, question.today)} and ${after}`, order), page.first);
}

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

function read(
  queryable: Queryable,
  { kind, viewer, today }: PostingQuestion,
  condition: Sql,
  order: Sql,
): Promise<PostingRow[]> {
  return queryable.query<PostingRow>(
    new Prepared(sql`
    select posting.id, posting.owner_id as "ownerId", posting.commodity_code as "commodityCode", posting.variety, posting.grade, posting.certifications,
      trim_scale(posting.quantity_kg)::text as "quantityKg", trim_scale(posting.quantity_kg - posting.held_kg)::text as "remainingKg",
      trim_scale(posting.minimum_lot_kg)::text as "minimumLotKg", posting.maximum_suppliers as "maximumSuppliers",
      lower(posting.days) as "from", upper(posting.days) - 1 as "to", posting.price_vnd_per_kg::text as "priceVndPerKg", posting.province_code as "provinceCode",
      case when exact then posting.latitude else round(posting.latitude::numeric, 2)::double precision end as latitude,
      case when exact then posting.longitude else round(posting.longitude::numeric, 2)::double precision end as longitude,
      ${statusOn(today)} as status, posting.created_at as "createdAt"
    from ${postingsOn(kind, today)}
    cross join lateral (select ${ownedOrManagedBy(viewer)} or exists (
      select from registry.acquaintance_v acquaintance
      where acquaintance.organization_id = posting.owner_id and acquaintance.seen_by = ${viewer.organizationId}::uuid and acquaintance.partner
    ) as exact) sight
    where ${condition} and ${seenBy(viewer, today)} ${order}`),
  );
}

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
