import type { Viewer } from '@lienket/identity';
import { isUuid, type Day, type Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import { findOrganizations, type Organization } from './organization.reads.js';
import { OrganizationRecord } from './organization.entity.js';
import type { OrganizationStatus, ProfileHistory, ProfileStretch } from './organization-profile.js';

export type NewOrganization = Omit<OrganizationRecord, 'id'>;

/** Adds an organization and answers its id, null where its tax code is taken. */
export async function addOrganization(
  tx: Transaction,
  organization: NewOrganization,
  history: ProfileHistory,
): Promise<string | null> {
  const added = await tx.entities
    .createQueryBuilder()
    .insert()
    .into(OrganizationRecord)
    .values(organization)
    .orIgnore()
    .returning('id')
    .execute();
  const id = (added.raw as { id: string }[])[0]?.id ?? null;
  if (id !== null) await insertHistory(tx, id, history);
  return id;
}

/** An organization that the viewer may see today, kept from changes by others until the transaction ends. */
export async function lockOrganization(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  today: Day,
): Promise<Organization | null> {
  if (!isUuid(id)) return null;
  // Not `for update`: contracts that only refer to it need not wait.
  await tx.query(sql`select from registry.organization where id = ${id} for no key update`);
  const [organization] = await findOrganizations(tx, viewer, [id], today);
  return organization ?? null;
}

export async function loadHistory(tx: Transaction, organizationId: string): Promise<ProfileHistory> {
  return tx.query<ProfileStretch>(sql`
    select lower(valid) as "from", upper(valid) as until, status, kind, province_code as "provinceCode", agricultural, union_id as "unionId"
    from registry.organization_profile where organization_id = ${organizationId} order by lower(valid)`);
}

/** Puts a history in place of the one that was loaded. The organization must be locked. */
export async function saveHistory(tx: Transaction, organizationId: string, history: ProfileHistory): Promise<void> {
  await tx.query(sql`delete from registry.organization_profile where organization_id = ${organizationId}`);
  await insertHistory(tx, organizationId, history);
}

async function insertHistory(tx: Transaction, organizationId: string, history: ProfileHistory): Promise<void> {
  await tx.query(sql`
    insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural, union_id)
    select ${organizationId}, daterange("from", until), status, kind, "provinceCode", agricultural, "unionId"
    from jsonb_to_recordset(${JSON.stringify(history)}::jsonb)
      as stretch ("from" date, until date, status text, kind text, "provinceCode" text, agricultural boolean, "unionId" uuid)`);
}

export interface StatusDecision {
  readonly organizationId: string;
  readonly status: OrganizationStatus;
  readonly effectiveOn: Day;
  readonly reason: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

/** Keeps who set which status, and why. */
export async function noteStatusDecision(tx: Transaction, decision: StatusDecision): Promise<void> {
  await tx.query(sql`
    insert into registry.status_decision (organization_id, status, effective_on, reason, decided_by, decided_at)
    values (${decision.organizationId}, ${decision.status}, ${decision.effectiveOn}, ${decision.reason}, ${decision.decidedBy}, ${decision.decidedAt})`);
}
