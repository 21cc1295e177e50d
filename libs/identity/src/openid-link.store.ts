import type { Queryable, Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { OpenIdPerson } from './openid-person.js';

/** Links a person of the issuer to a user; false where either is linked already. */
export async function addLink(
  tx: Transaction,
  { issuer, subject }: OpenIdPerson,
  userId: string,
  now: Date,
): Promise<boolean> {
  const added = await tx.query(sql`
    insert into identity.openid_link (issuer, subject, user_id, linked_at) values (${issuer}, ${subject}, ${userId}, ${now})
    on conflict do nothing returning user_id`);
  return added.length === 1;
}

/** False where there was none. */
export async function removeLinkOf(tx: Transaction, userId: string): Promise<boolean> {
  const removed = await tx.query(sql`delete from identity.openid_link where user_id = ${userId} returning user_id`);
  return removed.length === 1;
}

export async function findUserOfPerson(from: Queryable, { issuer, subject }: OpenIdPerson): Promise<string | null> {
  const [row] = await from.query<{ id: string | null }>(
    sql`select identity.user_of_openid(${issuer}, ${subject}) as id`,
  );
  return row?.id ?? null;
}
