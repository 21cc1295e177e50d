import type { Viewer } from '@lienket/identity';
import {
  accept,
  Database,
  invalid,
  isUuid,
  pageOf,
  type Day,
  type Page,
  type PageRequest,
  type Result,
} from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { organizationSelection, type Organization } from './organization.reads.js';
import { organizationVisibility } from './organization-visibility.js';
import { ratedYear } from './rating-band.js';

/** What narrows a list; what is null, left out or empty does not. Unknown codes match nothing. */
export interface OrganizationFilter {
  /** Part of a name, with or without diacritics, or a tax code that the viewer may see. */
  readonly text?: string | null;
  readonly kinds?: readonly string[] | null;
  /** ACTIVE by default. */
  readonly statuses?: readonly string[] | null;
  readonly provinceCodes?: readonly string[] | null;
  readonly chainRoles?: readonly string[] | null;
  readonly ratings?: readonly string[] | null;
  /** A statement answering the ids of organizations: how rooms above narrow by what only they know. */
  readonly within?: Sql;
}

/** The keys of an organization's place in lists. */
export const organizationPlace = ({ name, id }: Pick<Organization, 'name' | 'id'>): readonly string[] => [name, id];
export const ORGANIZATION_PLACE_KEYS = 2;

@Injectable()
export class OrganizationListReads {
  constructor(private readonly database: Database) {}

  /** By name in Vietnamese order, then id. */
  async page(
    viewer: Viewer,
    today: Day,
    filter: OrganizationFilter,
    { first, after }: PageRequest,
  ): Promise<Result<Page<Organization>>> {
    const [name, id] = after ?? [];
    if (id !== undefined && !isUuid(id)) return invalid('after', 'FORM');
    const { columns, tables } = organizationSelection(viewer, today);
    const beyond =
      id === undefined
        ? sql`true`
        : sql`(organization.name collate "vi-VN-x-icu", organization.id) > (${name} collate "vi-VN-x-icu", ${id}::uuid)`;
    const rows = await this.database.query<Organization>(sql`
      select ${columns} from ${tables} where ${conditions(viewer, today, filter)} and ${beyond}
      order by organization.name collate "vi-VN-x-icu", organization.id limit ${first + 1}`);
    return accept(pageOf(rows, first));
  }

  async count(viewer: Viewer, today: Day, filter: OrganizationFilter): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(sql`
      select count(*) from registry.organization
      join registry.organization_profile profile on profile.organization_id = organization.id and profile.valid @> ${today}::date
      where ${conditions(viewer, today, filter)}`);
    return row?.count ?? 0;
  }
}

function conditions(viewer: Viewer, today: Day, filter: OrganizationFilter): Sql {
  const { insider, visible } = organizationVisibility(viewer, today);
  const given = (values: readonly string[] | null | undefined): values is readonly string[] =>
    values != null && values.length > 0;
  const statuses = given(filter.statuses) ? filter.statuses : ['ACTIVE'];
  const all = [visible, sql`profile.status = any(${statuses}::text[])`];
  if (given(filter.kinds)) all.push(sql`profile.kind = any(${filter.kinds}::text[])`);
  if (given(filter.provinceCodes)) all.push(sql`profile.province_code = any(${filter.provinceCodes}::text[])`);
  if (given(filter.chainRoles)) all.push(sql`organization.chain_roles && ${filter.chainRoles}::text[]`);
  if (given(filter.ratings))
    all.push(sql`(
      select rating.band from registry.rating where rating.organization_id = organization.id and rating.year <= ${ratedYear(today)}
      order by rating.year desc limit 1) = any(${filter.ratings}::text[])`);
  if (filter.text != null) {
    const text = filter.text.trim();
    all.push(sql`(
      registry.plain_text(organization.name) like '%' || regexp_replace(registry.plain_text(${text}), '([\\\\%_])', '\\\\\\1', 'g') || '%'
      or (organization.tax_code = ${text} and ${insider}))`);
  }
  if (filter.within) all.push(sql`organization.id in (${filter.within})`);
  return join(all, ' and ');
}
