import { Database, type Queryable } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { canonicalLogin } from './login.js';
import type { UserRole, Viewer } from './viewer.js';

export interface User {
  readonly id: string;
  readonly login: string;
  readonly role: UserRole;
  readonly organizationId: string | null;
  readonly provinceCodes: readonly string[];
}

/** Who a user is when asking. */
export const viewerOf = ({ id, role, organizationId, provinceCodes }: User): Viewer => ({
  userId: id,
  role,
  organizationId,
  provinceCodes,
});

@Injectable()
export class UserReads {
  constructor(private readonly database: Database) {}

  /** For the user itself, and for the house: nobody is shown another user by this. */
  byId(id: string): Promise<User | null> {
    return findUser(this.database, id);
  }

  async credentialsOf(canonicalLogin: string): Promise<{ readonly id: string; readonly passwordHash: string } | null> {
    const [user] = await this.database.query<{ id: string; passwordHash: string }>(
      sql`select id, password_hash as "passwordHash" from identity.app_user where login = ${canonicalLogin}`,
    );
    return user ?? null;
  }
}

/** For use-cases, which ask within their own transaction. */
export async function findUser(from: Queryable, id: string): Promise<User | null> {
  const [user] = await from.query<User>(sql`
    select id, login, role, organization_id as "organizationId", province_codes as "provinceCodes" from identity.app_user where id = ${id}`);
  return user ?? null;
}

/** The user of a login in any of its forms. */
export async function findUserByLogin(from: Queryable, login: string): Promise<User | null> {
  const [user] = await from.query<User>(sql`
    select id, login, role, organization_id as "organizationId", province_codes as "provinceCodes"
    from identity.app_user where login = ${canonicalLogin(login)}`);
  return user ?? null;
}

/** Whether anybody acts for this organization. */
export async function organizationHasUsers(from: Queryable, organizationId: string): Promise<boolean> {
  const users = await from.query(
    sql`select 1 from identity.app_user where organization_id = ${organizationId} limit 1`,
  );
  return users.length > 0;
}
