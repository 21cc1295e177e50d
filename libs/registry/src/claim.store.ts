import type { Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';

/** Keeps that a user asks to act for an organization; a second time changes nothing, but for who was granted it and has left since. */
export async function noteClaim(
  tx: Transaction,
  organizationId: string,
  userId: string,
  claimedAt: Date,
): Promise<void> {
  await tx.query(sql`
    insert into registry.claim (organization_id, user_id, claimed_at) values (${organizationId}, ${userId}, ${claimedAt})
    on conflict (organization_id, user_id) do update set claimed_at = excluded.claimed_at, granted_at = null where claim.granted_at is not null`);
}

export async function hasClaimed(tx: Transaction, organizationId: string, userId: string): Promise<boolean> {
  const claims = await tx.query(
    sql`select 1 from registry.claim where organization_id = ${organizationId} and user_id = ${userId}`,
  );
  return claims.length > 0;
}

/** From here on it is known whose claim it was that a manager granted. */
export async function noteGrant(
  tx: Transaction,
  organizationId: string,
  userId: string,
  grantedAt: Date,
): Promise<void> {
  await tx.query(sql`
    update registry.claim set granted_at = ${grantedAt} where organization_id = ${organizationId} and user_id = ${userId}`);
}
