import type { Queryable, Transaction } from '@lienket/platform';
import sql, { type Sql } from 'sql-template-tag';
import { desiredLinks, desiredProfiles, everyOrganization, theseOrganizations } from './desired-facts.js';
import { becomeWriter, recordInstant } from './known-instant.store.js';

/** Whom an announcement touches: the parties of a contract, or an organization and everyone whose figure rests on it. */
export interface Touched {
  readonly parties: readonly string[];
  readonly changedOrganizations: readonly string[];
}

/**
 * Brings the facts of the touched organizations to what the registry and the contracts say now, writing only what
 * differs: done twice, late or out of order it comes to the same.
 * @param historic only for loading history into an empty database: when it became known, later than any instant before.
 * @returns the instant at which the change became known; null where nothing differed.
 */
export async function recount(tx: Transaction, touched: Touched, historic?: Date): Promise<Date | null> {
  const now = await becomeWriter(tx);
  // Read after the lock, in a statement of its own: an older snapshot would miss what the last writer's turn let in.
  const ids = await touchedIds(tx, touched);
  if (ids.length === 0) return null;
  return write(tx, theseOrganizations(ids), historic ?? now);
}

/** Brings all facts to what the registry and the contracts say now. */
export async function recountAll(tx: Transaction): Promise<Date | null> {
  return write(tx, everyOrganization, await becomeWriter(tx));
}

/** A union and its members are partners of one contract wherever the bond between them matters, so partners are enough. */
async function touchedIds(tx: Transaction, { parties, changedOrganizations }: Touched): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    select unnest(${[...new Set([...parties, ...changedOrganizations])]}::uuid[]) as id
    union
    select partner.organization_id from contracts.party_v mine
    join contracts.party_v partner using (contract_id)
    where mine.organization_id = any(${[...new Set(changedOrganizations)]}::uuid[])`);
  return rows.map(({ id }) => id);
}

async function write(tx: Transaction, organizations: Sql, at: Date): Promise<Date | null> {
  const profiles = await tx.query(sql`
    with desired as materialized (${desiredProfiles(organizations)}),
    closed as (
      update participation.profile_fact fact set known = tstzrange(lower(fact.known), ${at}::timestamptz)
      where upper_inf(fact.known) and fact.organization_id in (${organizations}) and not exists (
        select from desired where desired.organization_id = fact.organization_id and desired.valid = fact.valid
          and desired.status = fact.status and desired.kind = fact.kind and desired.province_code = fact.province_code
          and desired.agricultural = fact.agricultural and desired.rating is not distinct from fact.rating)
      returning 1
    ), added as (
      insert into participation.profile_fact (organization_id, valid, known, status, kind, province_code, agricultural, rating)
      select organization_id, valid, tstzrange(${at}::timestamptz, null), status, kind, province_code, agricultural, rating
      from desired where not exists (
        select from participation.profile_fact fact where upper_inf(fact.known)
          and desired.organization_id = fact.organization_id and desired.valid = fact.valid
          and desired.status = fact.status and desired.kind = fact.kind and desired.province_code = fact.province_code
          and desired.agricultural = fact.agricultural and desired.rating is not distinct from fact.rating)
      returning 1
    ) select 1 from closed union all select 1 from added`);
  const links = await tx.query(sql`
    with desired as materialized (${desiredLinks(organizations)}),
    closed as (
      update participation.link_fact fact set known = tstzrange(lower(fact.known), ${at}::timestamptz)
      where upper_inf(fact.known) and fact.organization_id in (${organizations}) and not exists (
        select from desired where desired.organization_id = fact.organization_id and desired.commodity_code = fact.commodity_code
          and desired.valid = fact.valid and desired.by_attestation = fact.by_attestation)
      returning 1
    ), added as (
      insert into participation.link_fact (organization_id, commodity_code, valid, known, by_attestation)
      select organization_id, commodity_code, valid, tstzrange(${at}::timestamptz, null), by_attestation
      from desired where not exists (
        select from participation.link_fact fact where upper_inf(fact.known)
          and desired.organization_id = fact.organization_id and desired.commodity_code = fact.commodity_code
          and desired.valid = fact.valid and desired.by_attestation = fact.by_attestation)
      returning 1
    ) select 1 from closed union all select 1 from added`);
  if (profiles.length + links.length === 0) return null;
  await recordInstant(tx, at);
  return at;
}

/** How many facts differ, one way or the other, from a full recount of everybody. It is 0, or something is broken. */
export async function drift(database: Queryable): Promise<number> {
  const [row] = await database.query<{ differing: number }>(sql`
    with desired_profile as materialized (${desiredProfiles(everyOrganization)}),
    desired_link as materialized (${desiredLinks(everyOrganization)}),
    profile as (
      select organization_id, valid, status, kind, province_code, agricultural, rating
      from participation.profile_fact where upper_inf(known)
    ), link as (
      select organization_id, commodity_code, valid, by_attestation from participation.link_fact where upper_inf(known)
    )
    select (select count(*) from ((table desired_profile except all table profile) union all (table profile except all table desired_profile)) a)
      + (select count(*) from ((table desired_link except all table link) union all (table link except all table desired_link)) b) as differing`);
  return row?.differing ?? 0;
}
