import type { Viewer } from '@lienket/identity';
import sql, { type Sql } from 'sql-template-tag';

/** Means of fewer organizations tell what one of them would have taken or paid. */
const ORGANIZATIONS_LEAST = 3;

/** Whether the viewer may cancel `round`, read its file, and see whatever it allots: who started it, and administrators. */
export function roundRunBy(viewer: Viewer): Sql {
  if (viewer.role === 'ADMINISTRATOR') return sql`true`;
  return viewer.role === 'PROGRAM_MANAGER' ? sql`round.started_by = ${viewer.userId}::uuid` : sql`false`;
}

/** Whether the viewer may see `round`: who runs it, and traders of organizations to which, or of which, it allots something. */
export const roundSeenBy = (viewer: Viewer): Sql => sql`(${roundRunBy(viewer)} or exists (
  select from matching.round_allocation mine where mine.round_id = round.id and ${ownSide(viewer, sql`mine`)}))`;

/** Whether the viewer may see `allocation`, of `round`. */
export const allocationSeenBy = (viewer: Viewer): Sql =>
  sql`(${roundRunBy(viewer)} or ${ownSide(viewer, sql`allocation`)})`;

/** Whether the viewer may see `price`, of `round`. */
export const shadowPriceSeenBy = (viewer: Viewer): Sql =>
  sql`(${roundRunBy(viewer)} or (price.least_organizations >= ${ORGANIZATIONS_LEAST} and ${roundSeenBy(viewer)}))`;

const ownSide = ({ organizationId }: Viewer, allocation: Sql): Sql =>
  sql`(${allocation}.supplier_id = ${organizationId}::uuid or ${allocation}.buyer_id = ${organizationId}::uuid)`;
