import type { Database } from '@lienket/platform';
import { recountAll } from '@lienket/participation';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';

export interface Member {
  readonly organizationId: string;
  readonly token: string;
}

/**
 * Many organizations, each ACTIVE and with one signed-in trader, put straight into the tables: signing up two hundred
 * people one by one would measure the hashing of passwords.
 */
export async function addCrowd(
  database: Database,
  kind: 'COOPERATIVE' | 'ENTERPRISE',
  size: number,
  role: string,
): Promise<Member[]> {
  const members = Array.from({ length: size }, () => ({
    organizationId: randomUUID(),
    userId: randomUUID(),
    token: randomBytes(32).toString('base64url'),
  }));
  const organizations = members.map(({ organizationId }) => organizationId);
  await database.transaction(async (tx) => {
    await tx.query(sql`
      insert into registry.organization (id, name, chain_roles, created_at)
      select id, ${kind} || ' ' || id, ${[role]}::text[], now() from unnest(${organizations}::uuid[]) as id`);
    await tx.query(sql`
      insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural)
      select id, daterange('2020-01-01', null), 'ACTIVE', ${kind}, '92', true from unnest(${organizations}::uuid[]) as id`);
    await tx.query(sql`
      insert into identity.app_user (id, login, password_hash, role, organization_id, organization_role, created_at)
      select id, id || '@example.vn', 'nobody signs in by password', 'TRADER', organization_id, 'OWNER', now()
      from unnest(${members.map(({ userId }) => userId)}::uuid[], ${organizations}::uuid[]) as member (id, organization_id)`);
    for (const { userId, token } of members)
      await tx.query(sql`
        insert into identity.session (token_digest, user_id, created_at, expires_at)
        values (${createHash('sha256').update(token).digest()}, ${userId}, now(), now() + interval '1 day')`);
    await recountAll(tx);
  });
  return members;
}
