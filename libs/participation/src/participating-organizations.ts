import type { Day } from '@lienket/platform';
import sql, { type Sql } from 'sql-template-tag';

/** A statement answering the ids of the organizations that take part in a chain on a day, as it is known now, or of those that don't. */
export const participatingOrganizations = (participating: boolean, day: Day): Sql =>
  participating
    ? sql`select link.organization_id from participation.current_link_v link where link.valid @> ${day}::date`
    : sql`
        select candidate.id from registry.organization_v candidate
        where not exists (select from participation.current_link_v link where link.organization_id = candidate.id and link.valid @> ${day}::date)`;
