import { Database, pageOf, type Day, type Page, type PageRequest } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { USER, type User } from './user.reads.js';
import { actorOf, type UserRole, type Viewer } from './viewer.js';

/** What narrows the list; what is null, left out or empty does not. */
export interface UserFilter {
  /** Part of a login. */
  readonly text?: string | null;
  readonly roles?: readonly UserRole[] | null;
}

/** What an administrator decided of somebody's role. */
export interface RoleDecision {
  readonly userId: string;
  readonly role: UserRole;
  readonly decidedBy: string;
  readonly at: Date;
}

/** Everybody who has an account, for administrators; nobody for others. */
@Injectable()
export class UserListReads {
  constructor(private readonly database: Database) {}

  /** By login; the cursor holds it. */
  async page(viewer: Viewer, today: Day, filter: UserFilter, { first, after }: PageRequest): Promise<Page<User>> {
    const rows = await this.database.as(actorOf(viewer, today)).query<User>(sql`
      select ${USER} from identity.app_user
      where ${conditions(viewer, filter)} and login > ${after?.[0] ?? ''} order by login limit ${first + 1}`);
    return pageOf(rows, first);
  }

  async count(viewer: Viewer, today: Day, filter: UserFilter): Promise<number> {
    const [row] = await this.database
      .as(actorOf(viewer, today))
      .query<{ count: number }>(sql`select count(*) from identity.app_user where ${conditions(viewer, filter)}`);
    return row?.count ?? 0;
  }

  /** The newest of each. */
  newestDecisions(viewer: Viewer, today: Day, userIds: readonly string[]): Promise<RoleDecision[]> {
    return this.database.as(actorOf(viewer, today)).query<RoleDecision>(sql`
      select distinct on (user_id) user_id as "userId", role, decided_by as "decidedBy", at from identity.role_decision
      where user_id = any(${[...userIds]}::uuid[]) and (${isAdministrator(viewer)} or ${viewer.userId}::uuid in (user_id, decided_by)) order by user_id, at desc, id desc`);
  }
}

const isAdministrator = ({ role }: Viewer): Sql => (role === 'ADMINISTRATOR' ? sql`true` : sql`false`);

function conditions(viewer: Viewer, { text, roles }: UserFilter): Sql {
  const all = [isAdministrator(viewer)];
  if (text != null) all.push(sql`strpos(login, lower(${text.trim()})) > 0`);
  if (roles != null && roles.length > 0) all.push(sql`role = any(${[...roles]}::text[])`);
  return join(all, ' and ');
}
