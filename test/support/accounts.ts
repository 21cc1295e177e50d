import { addUser, type NewUser } from '@lienket/identity';
import type { Transaction } from '@lienket/platform';
import { scryptSync } from 'node:crypto';
import sql from 'sql-template-tag';

export const PASSWORD = 'a long enough password';

/** A thirtieth of what a stored password costs otherwise: that is most of what a test's people would take of the processor. */
const QUICK = { N: 2 ** 10, r: 8, p: 1 };
const SALT = Buffer.alloc(16, 'salt');
const QUICK_HASH = [
  ...['scrypt', QUICK.N, QUICK.r, QUICK.p, SALT.toString('base64url')],
  scryptSync(PASSWORD, SALT, 32, QUICK).toString('base64url'),
].join('$');

/** Who signs in by PASSWORD from now on. For who is only there for a test; what the application makes of a password has tests of its own. */
export async function addAccount(tx: Transaction, user: Omit<NewUser, 'password'>, at: Date): Promise<string | null> {
  const id = await addUser(tx, { ...user, password: null }, at);
  if (id !== null) await tx.query(sql`update identity.app_user set password_hash = ${QUICK_HASH} where id = ${id}`);
  return id;
}
