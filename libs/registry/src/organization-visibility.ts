import { managedProvinces, type Viewer } from '@lienket/identity';
import type { Day } from '@lienket/platform';
import sql, { type Sql } from 'sql-template-tag';

/**
 * Who may see what of an organization (design §6), as conditions for statements in which `organization` is
 * registry.organization or its view, and `profile` its profile of today.
 */
export interface OrganizationVisibility {
  /** Its own users, the managers of its province and administrators: they see all of it. */
  readonly insider: Sql;
  /** Whose contracts, offers or allocations refer to it. */
  readonly acquaintances: Sql;
  readonly visible: Sql;
}

export function organizationVisibility(viewer: Viewer, today: Day): OrganizationVisibility {
  const provinces = managedProvinces(viewer);
  const manages = (code: Sql): Sql =>
    provinces === null ? sql`true` : provinces.length === 0 ? sql`false` : sql`${code} = any(${provinces}::text[])`;
  const insider = sql`(${manages(sql`profile.province_code`)} or organization.id is not distinct from ${viewer.organizationId}::uuid)`;
  const acquaintances = sql`(
    select acquaintance.seen_by, acquaintance.contact, acquaintance.partner from registry.acquaintance
    where acquaintance.organization_id = organization.id and (
      acquaintance.seen_by = ${viewer.organizationId}::uuid
      or exists (
        select from registry.organization_profile seer
        where seer.organization_id = acquaintance.seen_by and seer.valid @> ${today}::date and ${manages(sql`seer.province_code`)}
      )
    ))`;
  return { insider, acquaintances, visible: sql`(profile.status = 'ACTIVE' or ${insider} or exists ${acquaintances})` };
}
