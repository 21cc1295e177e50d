import type { Day } from '@lienket/platform';
import { managedProvinces, type Viewer } from '@lienket/identity';
import sql, { type Sql } from 'sql-template-tag';

/** Whether the viewer may see `contract`: its parties, who manages the province of one of them today, administrators. */
export function contractSeenBy(viewer: Viewer, today: Day): Sql {
  if (viewer.role === 'TRADER')
    return sql`exists (
      select from contracts.contract_party party where party.contract_id = contract.id and party.organization_id = ${viewer.organizationId}::uuid)`;
  const provinces = managedProvinces(viewer);
  if (provinces === null) return sql`true`;
  return sql`exists (
    select from contracts.contract_party party
    join registry.organization_profile_v profile on profile.organization_id = party.organization_id and profile.valid @> ${today}::date
    where party.contract_id = contract.id and profile.province_code = any(${provinces}::text[]))`;
}
