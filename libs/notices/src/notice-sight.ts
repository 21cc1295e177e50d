import type { Viewer } from '@lienket/identity';
import sql, { type Sql } from 'sql-template-tag';

/** Whether `notice` is the viewer's: what is told to an organization is for whoever acts for it now. */
export const noticeIsOf = ({ organizationId, userId }: Viewer): Sql =>
  sql`(notice.organization_id = ${organizationId}::uuid or notice.user_id = ${userId}::uuid)`;

export const isUnread = ({ userId }: Viewer): Sql =>
  sql`not exists (select from notices.read_mark mark where mark.notice_id = notice.id and mark.user_id = ${userId}::uuid)`;

/** For whom a bell rings when the viewer's count may have changed. */
export const bellsOf = ({ userId, organizationId }: Viewer): string[] =>
  organizationId === null ? [userId] : [userId, organizationId];
