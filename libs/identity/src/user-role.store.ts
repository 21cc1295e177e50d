import type { Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { UserRole, Viewer } from './viewer.js';

export interface NewUserRole {
  readonly userId: string;
  readonly role: UserRole;
  /** Of a PROGRAM_MANAGER; empty for the whole country. */
  readonly provinceCodes: readonly string[];
}

/** The administrators as they are now: until the transaction ends nobody becomes one or ceases to be. None for who is none. */
export async function lockAdministrators(tx: Transaction): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`select id from identity.lock_administrators() as id`);
  return rows.map(({ id }) => id);
}

/** By an administrator, under the lock of all of them; who decided stays beside it for good. */
export async function giveUserRole(
  tx: Transaction,
  viewer: Viewer,
  { userId, role, provinceCodes }: NewUserRole,
  at: Date,
): Promise<void> {
  const [row] = await tx.query<{ given: boolean }>(
    sql`select identity.give_user_role(${userId}, ${role}, ${[...provinceCodes]}::text[]) as given`,
  );
  if (row?.given !== true) throw new Error('Only an administrator gives a role, to who acts for no organization.');
  await tx.query(sql`
    insert into identity.role_decision (user_id, role, province_codes, decided_by, at)
    values (${userId}, ${role}, ${[...provinceCodes]}::text[], ${viewer.userId}, ${at})`);
}
