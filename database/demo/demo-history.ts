import type { Touched } from '@lienket/participation';
import { businessDay, type Day, type Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { HistoryStep } from './demo-calendar.js';
import { organizationRow, profileRows, type DemoOrganization } from './demo-organization.js';
import type { DemoRating } from './demo-ratings.js';
import type { WrittenContract } from './demo-rows.js';
import { insertRows } from './demo-tables.js';

/** Everything on which a figure rests, with the day on which it was recorded. */
export interface DemoHistory {
  readonly organizations: readonly DemoOrganization[];
  readonly ratings: readonly DemoRating[];
  readonly contracts: readonly WrittenContract[];
}

/** What one step of the history brings. */
interface News {
  readonly step: HistoryStep;
  readonly registered: readonly DemoOrganization[];
  /** Registered before, and something else from now on. */
  readonly changed: readonly DemoOrganization[];
  readonly ratings: readonly DemoRating[];
  readonly contracts: readonly WrittenContract[];
  readonly terminated: readonly WrittenContract[];
}

export function knownIn({ organizations, ratings, contracts }: DemoHistory, step: HistoryStep): News {
  const onDay = (day: Day): boolean => step.from <= day && day <= step.to;
  const registered = organizations.filter(({ createdAt }) => onDay(businessDay(createdAt)));
  return {
    step,
    registered,
    changed: organizations.filter(
      (organization) =>
        !registered.includes(organization) && organization.changes.some(({ knownOn }) => onDay(knownOn)),
    ),
    ratings: ratings.filter(({ recordedOn }) => onDay(recordedOn)),
    contracts: contracts.filter(({ recordedOn }) => onDay(recordedOn)),
    terminated: contracts.filter(({ terminated }) => terminated !== null && onDay(terminated.knownOn)),
  };
}

/** Writes what a step brings; answers whom it touches. */
export async function saveHistoryStep(
  tx: Transaction,
  { step, registered, changed, ratings, contracts, terminated }: News,
): Promise<Touched> {
  await insertRows(tx, 'registry.organization', registered.map(organizationRow));
  if (changed.length > 0)
    await tx.query(
      sql`delete from registry.organization_profile where organization_id = any(${changed.map(({ id }) => id)}::uuid[])`,
    );
  const profiles = [...registered, ...changed].flatMap((organization) => profileRows(organization, step.to));
  await insertRows(tx, 'registry.organization_profile', profiles);
  await insertRows(
    tx,
    'registry.rating',
    ratings.map(({ row }) => row),
  );
  await insertRows(
    tx,
    'contracts.contract',
    contracts.map(({ row }) => row),
  );
  await insertRows(
    tx,
    'contracts.contract_party',
    contracts.flatMap(({ parties }) => parties),
  );
  await endContracts(tx, terminated);
  const organizationIds = (touched: readonly WrittenContract[]) =>
    touched.flatMap(({ parties }) => parties.map((party) => party.organization_id));
  return {
    parties: [
      ...organizationIds(contracts),
      ...organizationIds(terminated),
      ...ratings.map(({ row }) => row.organization_id),
    ],
    changedOrganizations: [...registered, ...changed].map(({ id }) => id),
  };
}

async function endContracts(tx: Transaction, contracts: readonly WrittenContract[]): Promise<void> {
  if (contracts.length === 0) return;
  const rows = contracts.map(({ row, terminated }) => ({ id: row.id, terminated_on: terminated?.effectiveOn }));
  await tx.query(sql`
    update contracts.contract set terminated_on = ended.terminated_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ended (id uuid, terminated_on date) where contract.id = ended.id`);
}
