import { Database, type Day, type Queryable } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { canonicalLogin } from './login.js';
import { actorOf, selfOf, type OrganizationRole, type UserRole, type Viewer } from './viewer.js';

export interface User {
  readonly id: string;
  readonly login: string;
  readonly role: UserRole;
  readonly organizationId: string | null;
  readonly organizationRole: OrganizationRole | null;
  readonly provinceCodes: readonly string[];
}

/** Who a user is when asking. */
export const viewerOf = ({ id, role, organizationId, organizationRole, provinceCodes }: User): Viewer => ({
  userId: id,
  role,
  organizationId,
  organizationRole,
  provinceCodes,
});

export interface Credential {
  readonly id: string;
  /** Null for an account that has no password. */
  readonly passwordHash: string | null;
}

@Injectable()
export class UserReads {
  constructor(private readonly database: Database) {}

  /** For the user itself: nobody is shown another user by this. */
  byId(id: string): Promise<User | null> {
    return findUser(this.database.as(selfOf(id)), id);
  }

  /** Those of them whom the viewer sees: itself, and for an administrator everybody. */
  seen(viewer: Viewer, ids: readonly string[], today: Day): Promise<User[]> {
    const seen = viewer.role === 'ADMINISTRATOR' ? sql`true` : sql`id = ${viewer.userId}`;
    return this.database
      .as(actorOf(viewer, today))
      .query<User>(sql`select ${USER} from identity.app_user where id = any(${[...ids]}::uuid[]) and ${seen}`);
  }

  async credentialsOf(canonicalLogin: string): Promise<Credential | null> {
    const [user] = await this.database.query<Credential>(
      sql`select id, password_hash as "passwordHash" from identity.credentials_of(${canonicalLogin})`,
    );
    return user ?? null;
  }
}

/** For use-cases, which ask within their own transaction: the user itself. */
export async function findUser(from: Queryable, id: string): Promise<User | null> {
  const [user] = await from.query<User>(sql`select ${USER} from identity.app_user where id = ${id}`);
  return user ?? null;
}

export const USER = sql`id, login, role, organization_id as "organizationId", organization_role as "organizationRole", province_codes as "provinceCodes"`;

/** Whether the viewer of this transaction can sign in by a password. */
export async function hasPassword(from: Queryable): Promise<boolean> {
  const [row] = await from.query<{ has: boolean }>(sql`select identity.has_password() as has`);
  return row?.has === true;
}

/** The TRADER of a login in any of its forms, with the login in its one form. */
export async function findTraderByLogin(
  from: Queryable,
  login: string,
): Promise<{ readonly id: string; readonly login: string } | null> {
  const canonical = canonicalLogin(login);
  if (canonical === null) return null;
  const [trader] = await from.query<{ id: string }>(sql`select id from identity.trader_of_login(${canonical})`);
  return trader ? { id: trader.id, login: canonical } : null;
}

/** Whether anybody acts for this organization. */
export async function organizationHasUsers(from: Queryable, organizationId: string): Promise<boolean> {
  const [row] = await from.query<{ has: boolean }>(sql`select identity.has_users(${organizationId}) as has`);
  return row?.has === true;
}
