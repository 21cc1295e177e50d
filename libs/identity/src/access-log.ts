import { Database, isUuid, pageOf, type Day, type Page, type PageRequest } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import type { Access, AccessKind } from './access-kind.js';
import { noteAccesses, type Look } from './access-log.store.js';
import { actorOf, type UserRole, type Viewer } from './viewer.js';

export interface AccessRow {
  readonly id: string;
  readonly at: Date;
  readonly userId: string;
  readonly role: UserRole;
  readonly organizationId: string;
  readonly kind: AccessKind;
  readonly requestId: string;
}

/** What narrows the list; ids are ids, `from` and `to` instants, both included. */
export interface AccessFilter {
  readonly organizationId?: string | null;
  readonly userId?: string | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

/** Who of the managers and administrators looked at what is personal. */
@Injectable()
export class AccessLog {
  constructor(private readonly database: Database) {}

  /** In a transaction of its own, since questions are asked in one that can only read; whoever shows waits for it. */
  note(viewer: Viewer, today: Day, look: Look, accesses: readonly Access[]): Promise<void> {
    return this.database.transaction((tx) => noteAccesses(tx, viewer, look, accesses), actorOf(viewer, today));
  }

  /**
   * Newest first by (at, id). Row-level security leaves a trader the looks at their organization, a manager their own, an
   * administrator all.
   */
  async page(
    viewer: Viewer,
    today: Day,
    filter: AccessFilter,
    { first, after }: PageRequest,
  ): Promise<Page<AccessRow>> {
    const [at, id] = after ?? [];
    const older = at === undefined || id === undefined ? sql`true` : sql`(at, id) < (${at}::timestamptz, ${id}::uuid)`;
    const rows = await this.database.as(actorOf(viewer, today)).query<AccessRow>(sql`
      select id, at, user_id as "userId", role, organization_id as "organizationId", kind, request_id as "requestId"
      from identity.access_log where ${narrowed(filter)} and ${older} order by at desc, id desc limit ${first + 1}`);
    return pageOf(rows, first);
  }

  async count(viewer: Viewer, today: Day, filter: AccessFilter): Promise<number> {
    const [row] = await this.database
      .as(actorOf(viewer, today))
      .query<{ count: number }>(sql`select count(*) from identity.access_log where ${narrowed(filter)}`);
    return row?.count ?? 0;
  }
}

/** An id that nobody can have finds nothing. */
function narrowed({ organizationId, userId, from, to }: AccessFilter): Sql {
  const all = [sql`true`];
  if (organizationId != null) all.push(isUuid(organizationId) ? sql`organization_id = ${organizationId}` : sql`false`);
  if (userId != null) all.push(isUuid(userId) ? sql`user_id = ${userId}` : sql`false`);
  if (from != null) all.push(sql`at >= ${from}`);
  if (to != null) all.push(sql`at <= ${to}`);
  return join(all, ' and ');
}
