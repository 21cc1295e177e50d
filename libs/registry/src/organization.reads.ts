import type { ConsentPurpose, Viewer } from '@lienket/identity';
import { Database, isUuid, Prepared, type Day, type Queryable } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { ChainRole, OrganizationKind, OrganizationStatus } from './organization-profile.js';
import { organizationVisibility } from './organization-visibility.js';
import { ratedYear, type RatingBand } from './rating-band.js';

/** An organization as one viewer sees it today: what they may not see is null. */
export interface Organization {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly taxCode: string | null;
  readonly provinceCode: string;
  readonly commune: string | null;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  readonly chainRoles: readonly ChainRole[];
  readonly status: OrganizationStatus;
  readonly memberCount: number | null;
  readonly agricultural: boolean;
  readonly highTech: boolean;
  readonly contact: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
  readonly createdAt: Date;
}

export interface Rating {
  readonly year: number;
  /** 0..100, an exact decimal. */
  readonly score: string;
  readonly band: RatingBand;
}

/** An organization on a day. */
export interface OrganizationDay {
  readonly id: string;
  readonly day: Day;
}

/** The columns of Organization, and the tables that they come from; see organizationVisibility for the names. */
export function organizationSelection(
  viewer: Viewer,
  today: Day,
): { readonly columns: Sql; readonly tables: Sql; readonly visible: Sql } {
  const { insider, acquaintances, visible } = organizationVisibility(viewer, today);
  const exact = sql`(${insider} or known.partner)`;
  const reachable = sql`num_nonnulls(organization.contact_name, organization.contact_phone, organization.contact_email) > 0
    and (${insider} or known.contact or known.partner or ${consented(viewer, today)})`;
  return {
    visible,
    columns: sql`
      organization.id, profile.kind, organization.name, case when ${insider} then organization.tax_code end as "taxCode",
      profile.province_code as "provinceCode", organization.commune,
      case when organization.latitude is null then null
        when ${exact} then jsonb_build_object('latitude', organization.latitude, 'longitude', organization.longitude)
        else jsonb_build_object('latitude', round(organization.latitude::numeric, 2), 'longitude', round(organization.longitude::numeric, 2))
      end as location,
      organization.chain_roles as "chainRoles", profile.status, organization.member_count as "memberCount", profile.agricultural,
      organization.high_tech as "highTech",
      case when ${reachable} then jsonb_build_object(
        'name', organization.contact_name, 'phone', organization.contact_phone, 'email', organization.contact_email) end as contact,
      organization.created_at as "createdAt"`,
    tables: sql`registry.organization
      join registry.organization_profile profile on profile.organization_id = organization.id and profile.valid @> ${today}::date
      left join lateral (
        select bool_or(mine.contact) as contact, bool_or(mine.partner) as partner
        from ${acquaintances} mine where mine.seen_by = ${viewer.organizationId}::uuid
      ) known on true`,
  };
}

/** Beside what a contract asks for: traders of ACTIVE organizations see a contact whose person agrees to it, as long as they do. */
function consented({ organizationId }: Viewer, today: Day): Sql {
  const purpose: ConsentPurpose = 'CONTACT_SHOWN_TO_TRADERS';
  return organizationId === null
    ? sql`false`
    : sql`(
      exists (
        select from registry.organization_profile seer
        where seer.organization_id = ${organizationId} and seer.valid @> ${today}::date and seer.status = 'ACTIVE'
      ) and identity.consents(organization.id, ${purpose}))`;
}

/** Those of these organizations that the viewer may see today, in any order. */
export async function findOrganizations(
  from: Queryable,
  viewer: Viewer,
  ids: readonly string[],
  today: Day,
): Promise<Organization[]> {
  const possible = ids.filter(isUuid);
  if (possible.length === 0) return [];
  const { columns, tables, visible } = organizationSelection(viewer, today);
  return from.query<Organization>(
    new Prepared(sql`select ${columns} from ${tables} where organization.id = any(${possible}::uuid[]) and ${visible}`),
  );
}

@Injectable()
export class OrganizationReads {
  constructor(private readonly database: Database) {}

  /** What the viewer may not see is left out, like what doesn't exist. */
  organizationsById(viewer: Viewer, ids: readonly string[], today: Day): Promise<Organization[]> {
    return findOrganizations(this.database, viewer, ids, today);
  }

  /** The union that each belonged to on its day, in the order asked; whoever shows it asks whether its viewer may see it. */
  async unionsOf(asked: readonly OrganizationDay[]): Promise<(string | null)[]> {
    const rows = await this.database.query<{ unionId: string | null }>(sql`
      select profile.union_id as "unionId"
      from unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ day }) => day)}::date[]) with ordinality as asked (id, day, place)
      left join registry.organization_profile profile on profile.organization_id = asked.id and profile.valid @> asked.day
      order by asked.place`);
    return rows.map(({ unionId }) => unionId);
  }

  /** The rating that counts for each on its day, in the order asked. */
  async ratingsOf(asked: readonly OrganizationDay[]): Promise<(Rating | null)[]> {
    const rows = await this.database.query<{ rating: Rating | null }>(sql`
      select case when rating.year is not null then
        jsonb_build_object('year', rating.year, 'score', trim_scale(rating.score)::text, 'band', rating.band) end as rating
      from unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ day }) => ratedYear(day))}::int[]) with ordinality as asked (id, year, place)
      left join lateral (
        select * from registry.rating where rating.organization_id = asked.id and rating.year <= asked.year order by rating.year desc limit 1
      ) rating on true
      order by asked.place`);
    return rows.map(({ rating }) => rating);
  }
}
