import type { Transaction } from '@lienket/platform';
import sql, { raw } from 'sql-template-tag';

type Table =
  | 'contracts.contract'
  | 'contracts.contract_event'
  | 'contracts.contract_line'
  | 'contracts.contract_party'
  | 'contracts.contract_version'
  | 'contracts.delivery'
  | 'contracts.signature'
  | 'identity.app_user'
  | 'market.demand'
  | 'market.listing'
  | 'registry.organization'
  | 'registry.organization_profile'
  | 'registry.rating'
  | 'registry.status_decision';

/** Adds rows whose keys are the columns of a table; every column must be there. */
export async function insertRows(tx: Transaction, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const name = raw(table);
  await tx.query(
    sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`,
  );
}

/** Who sees whom, and which postings, because of a contract: as the use-cases of the contracts would have noted it. */
export async function saveAcquaintances(tx: Transaction): Promise<void> {
  await tx.query(sql`
    insert into registry.acquaintance (organization_id, seen_by, contact, partner)
    select seen.organization_id, seer.organization_id,
      bool_or(exists (select from contracts.contract_version version
        where version.contract_id = contract.id and version.offered_by = seen.organization_id)),
      bool_or(contract.signed_on is not null)
    from contracts.contract
    join contracts.contract_party seen on seen.contract_id = contract.id
    join contracts.contract_party seer on seer.contract_id = contract.id and seer.organization_id <> seen.organization_id
    group by seen.organization_id, seer.organization_id`);
  await tx.query(sql`
    insert into market.posting_acquaintance (posting_id, organization_id)
    select distinct posting_id, party.organization_id
    from contracts.contract_line line
    join contracts.contract_party party using (contract_id)
    cross join unnest(array[line.listing_id, line.demand_id]) as posting_id
    where posting_id is not null`);
}

export async function setContractNumber(tx: Transaction, last: number): Promise<void> {
  await tx.query(sql`select setval('contracts.contract_number', ${last}::bigint)`);
}

const GUARDED = [
  'identity.app_user',
  'contracts.contract',
  'contracts.contract_party',
  'contracts.contract_version',
  'contracts.contract_line',
  'contracts.signature',
  'contracts.contract_event',
  'contracts.delivery',
] as const;

/** Row-level security holds for the owner of the tables, too: for this transaction it is lifted, and nobody else gets in. */
export async function unguard(tx: Transaction): Promise<void> {
  for (const table of GUARDED) await tx.query(sql`alter table ${raw(table)} no force row level security`);
}

export async function guard(tx: Transaction): Promise<void> {
  for (const table of GUARDED) await tx.query(sql`alter table ${raw(table)} force row level security`);
}

/** Without it the first questions would be planned as if the tables were empty. */
export async function analyzeAll(tx: Transaction): Promise<void> {
  await tx.query(sql`
    analyze registry.organization, registry.organization_profile, registry.rating, registry.acquaintance,
      market.listing, market.demand, market.posting_acquaintance,
      contracts.contract, contracts.contract_party, contracts.contract_version, contracts.contract_line, contracts.signature,
      contracts.contract_event, contracts.delivery,
      participation.known_instant, participation.profile_fact, participation.link_fact, identity.app_user`);
}
