import type { Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import { AppUser } from './app-user.entity.js';
import { canonicalLogin } from './login.js';
import { hashPassword } from './password.js';
import type { UserRole } from './viewer.js';

export interface NewUser {
  /** Made here unless given: who signs up is known by it before being there. */
  readonly id?: string;
  readonly login: string;
  /** Null for who signs in by OpenID Connect only. */
  readonly password: string | null;
  readonly role: UserRole;
  readonly organizationId?: string | null;
  readonly provinceCodes?: readonly string[];
}

/** Adds a user and answers its id, null where the login is taken. For roles that nobody signs up for, too. */
export async function addUser(tx: Transaction, user: NewUser, createdAt: Date): Promise<string | null> {
  const login = canonicalLogin(user.login);
  if (login === null) throw new Error('A login is an e-mail address or a Vietnamese phone number.');
  const added = await tx.entities
    .createQueryBuilder()
    .insert()
    .into(AppUser)
    .values({
      ...(user.id !== undefined && { id: user.id }),
      login,
      passwordHash: user.password === null ? null : await hashPassword(user.password),
      role: user.role,
      organizationId: user.organizationId ?? null,
      organizationRole: user.organizationId == null ? null : 'OWNER',
      provinceCodes: [...(user.provinceCodes ?? [])],
      createdAt,
    })
    .orIgnore()
    .returning('id')
    .execute();
  return (added.raw as { id: string }[])[0]?.id ?? null;
}

/** Makes a TRADER without an organization OWNER of this one; false where it has one already, or is no trader. */
export async function linkUserToOrganization(
  tx: Transaction,
  userId: string,
  organizationId: string,
): Promise<boolean> {
  const [row] = await tx.query<{ linked: boolean }>(
    sql`select identity.link_user(${userId}, ${organizationId}) as linked`,
  );
  return row?.linked === true;
}

/** Whether this is still the hash of the actor's own password; nobody changes it until the transaction ends. */
export async function keepPassword(tx: Transaction, passwordHash: string): Promise<boolean> {
  const [row] = await tx.query<{ kept: boolean }>(sql`select identity.keep_password(${passwordHash}) as kept`);
  return row?.kept === true;
}

/** Puts another hash in place of this one, for the actor itself; false where somebody was faster. */
export async function exchangePassword(tx: Transaction, passwordHash: string, newHash: string): Promise<boolean> {
  const [row] = await tx.query<{ exchanged: boolean }>(
    sql`select identity.exchange_password(${passwordHash}, ${newHash}) as exchanged`,
  );
  return row?.exchanged === true;
}
