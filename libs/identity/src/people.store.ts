import { isUuid, type Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { Person } from './people-rules.js';
import type { OrganizationRole } from './viewer.js';

/**
 * The people of the actor's own organization as they are now: until the transaction ends nobody comes, goes or changes. None
 * where the actor has no organization any more.
 */
export const lockPeople = (tx: Transaction): Promise<Person[]> =>
  tx.query<Person>(sql`select id, login, role from identity.lock_people()`);

/** Whether somebody acts for an organization whose people the actor sees. */
export async function seesPerson(tx: Transaction, userId: string): Promise<boolean> {
  if (!isUuid(userId)) return false;
  const [row] = await tx.query<{ sees: boolean }>(sql`select identity.sees_person(${userId}) as sees`);
  return row?.sees === true;
}

/** By an OWNER of the same organization. */
export async function giveRole(tx: Transaction, userId: string, role: OrganizationRole): Promise<void> {
  const [row] = await tx.query<{ given: boolean }>(sql`select identity.give_role(${userId}, ${role}) as given`);
  if (row?.given !== true) throw new Error('Only an owner gives a role, to somebody of the same organization.');
}

/**
 * Takes somebody's organization away: the actor's own, or as its OWNER somebody else's, whose sessions end. With the last
 * person go the invitations that nobody could take back any more.
 */
export async function letGo(tx: Transaction, userId: string): Promise<void> {
  const [row] = await tx.query<{ gone: boolean }>(sql`select identity.let_go(${userId}) as gone`);
  if (row?.gone !== true) throw new Error('Only an owner lets somebody else go, from the same organization.');
}
