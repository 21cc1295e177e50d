import { managedProvinces, type Viewer } from '@lienket/identity';
import type { Day } from '@lienket/platform';
import sql, { type Sql } from 'sql-template-tag';

/**
 * Whether the viewer may see `award`: who is of its buyer, who manages the buyer's province today, administrators. The buyer is a party of
 * each of its contracts, so they see all of these; a supplier, and who manages its province alone, sees a contract and not what ties it.
 */
export function awardSeenBy(viewer: Viewer, today: Day): Sql {
  if (viewer.role === 'TRADER') return sql`award.buyer_id = ${viewer.organizationId}::uuid`;
  const provinces = managedProvinces(viewer);
  if (provinces === null) return sql`true`;
  return sql`exists (
    select from registry.organization_profile_v profile
    where profile.organization_id = award.buyer_id and profile.valid @> ${today}::date and profile.province_code = any(${provinces}::text[]))`;
}
