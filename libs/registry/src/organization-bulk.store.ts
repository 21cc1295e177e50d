import type { Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { ProfileHistory } from './organization-profile.js';
import type { NewOrganization } from './organization.store.js';
import { ratingBand } from './rating-band.js';

/** An organization with its whole past. Memberships refer to ids that are in the register or in the same load. */
export interface OrganizationWithPast {
  readonly id: string;
  readonly record: NewOrganization;
  readonly history: ProfileHistory;
  readonly ratings: readonly { readonly year: number; readonly score: string }[];
}

const BATCH_SIZE = 5000;

/** As many new ids, in the order of their making. */
export async function newOrganizationIds(tx: Transaction, count: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`select uuidv7() as id from generate_series(1, ${count})`);
  return rows.map(({ id }) => id);
}

/** Adds thousands of organizations at once. They are announced by whoever loads them; a taken tax code is a fault. */
export async function addOrganizationsWithPast(
  tx: Transaction,
  organizations: readonly OrganizationWithPast[],
  progress: (done: number) => Promise<void>,
): Promise<void> {
  // Profiles refer to unions, which may stand in a later batch.
  for (const batch of batches(organizations)) await addRecords(tx, batch);
  let done = 0;
  for (const batch of batches(organizations)) {
    await addHistories(tx, batch);
    await addRatings(
      tx,
      batch.flatMap(({ id, ratings }) => ratings.map((rating) => ({ id, ...rating }))),
    );
    done += batch.length;
    await progress(done);
  }
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += BATCH_SIZE) yield all.slice(start, start + BATCH_SIZE);
}

async function addRecords(tx: Transaction, batch: readonly OrganizationWithPast[]): Promise<void> {
  await tx.query(sql`
    insert into registry.organization (id, name, tax_code, commune, latitude, longitude, chain_roles, member_count, high_tech,
      contact_name, contact_phone, contact_email, created_at)
    select id, name, "taxCode", commune, latitude, longitude, "chainRoles", "memberCount", "highTech",
      "contactName", "contactPhone", "contactEmail", "createdAt"
    from jsonb_to_recordset(${JSON.stringify(batch.map(({ id, record }) => ({ id, ...record })))}::jsonb) as organization (
      id uuid, name text, "taxCode" text, commune text, latitude double precision, longitude double precision, "chainRoles" text[],
      "memberCount" integer, "highTech" boolean, "contactName" text, "contactPhone" text, "contactEmail" text, "createdAt" timestamptz)`);
}

async function addHistories(tx: Transaction, batch: readonly OrganizationWithPast[]): Promise<void> {
  const stretches = batch.flatMap(({ id, history }) => history.map((stretch) => ({ id, ...stretch })));
  await tx.query(sql`
    insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural, union_id)
    select id, daterange("from", until), status, kind, "provinceCode", agricultural, "unionId"
    from jsonb_to_recordset(${JSON.stringify(stretches)}::jsonb) as stretch (
      id uuid, "from" date, until date, status text, kind text, "provinceCode" text, agricultural boolean, "unionId" uuid)`);
}

/** Adds the scores of thousands at once; a score of a year that has one already replaces it. */
export async function addRatings(
  tx: Transaction,
  scores: readonly { readonly id: string; readonly year: number; readonly score: string }[],
): Promise<void> {
  for (const batch of batches(scores.map((rating) => ({ ...rating, band: ratingBand(Number(rating.score)) }))))
    await tx.query(sql`
      insert into registry.rating (organization_id, year, score, band)
      select id, year, score, band
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as rating (id uuid, year integer, score numeric, band text)
      on conflict (organization_id, year) do update set score = excluded.score, band = excluded.band`);
}
