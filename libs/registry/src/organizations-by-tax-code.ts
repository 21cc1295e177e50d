import type { Viewer } from '@lienket/identity';
import type { Day, Queryable } from '@lienket/platform';
import sql from 'sql-template-tag';
import { organizationVisibility } from './organization-visibility.js';

/** The ids of those of these organizations that the viewer may see today, by the tax codes that the viewer knows of them already. */
export async function organizationsByTaxCode(
  from: Queryable,
  viewer: Viewer,
  taxCodes: readonly string[],
  today: Day,
): Promise<Map<string, string>> {
  const { visible } = organizationVisibility(viewer, today);
  const rows = await from.query<{ id: string; taxCode: string }>(sql`
    select organization.id, organization.tax_code as "taxCode"
    from registry.organization
    join registry.organization_profile profile on profile.organization_id = organization.id and profile.valid @> ${today}::date
    where organization.tax_code = any(${taxCodes}::text[]) and ${visible}`);
  return new Map(rows.map(({ id, taxCode }) => [taxCode, id]));
}
