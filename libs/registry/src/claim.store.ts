import type { Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';

/** Keeps that a user asks to act for an organization; a second time changes nothing, but for who was refused, or was granted it and has left since. */
export async function noteClaim(
  tx: Transaction,
  organizationId: string,
  userId: string,
  claimedAt: Date,
): Promise<void> {
  await tx.query(sql`
    insert into registry.claim (organization_id, user_id, claimed_at) values (${organizationId}, ${userId}, ${claimedAt})
    on conflict (organization_id, user_id) do update set claimed_at = excluded.claimed_at, granted_at = null, refused_at = null
      where claim.granted_at is not null or claim.refused_at is not null`);
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
    update registry.claim set granted_at = ${grantedAt}, refused_at = null where organization_id = ${organizationId} and user_id = ${userId}`);
}

/** @returns whether it waited until then */
export async function noteRefusal(
  tx: Transaction,
  organizationId: string,
  userId: string,
  refusedAt: Date,
): Promise<boolean> {
  const refused = await tx.query(sql`
    update registry.claim set refused_at = ${refusedAt}
    where organization_id = ${organizationId} and user_id = ${userId} and granted_at is null and refused_at is null returning 1`);
  return refused.length > 0;
}
