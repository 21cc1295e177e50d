import type { Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import { Invitation } from './invitation.entity.js';
import { digestOf, newSessionToken } from './session-token.js';
import type { OrganizationRole } from './viewer.js';

const VALID_DAYS = 7;
const DAY_MS = 86_400_000;

/** An open invitation as an OWNER sees it, without what lets in who has it. */
export interface OpenInvitation {
  readonly id: string;
  readonly login: string;
  readonly role: OrganizationRole;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** As it is answered once, to who invites. */
export interface NewInvitation extends OpenInvitation {
  readonly token: string;
}

/** Adds an invitation in place of an older one of the same login. The people of the organization must be locked. */
export async function addInvitation(
  tx: Transaction,
  { organizationId, login, role, now }: { organizationId: string; login: string; role: OrganizationRole; now: Date },
): Promise<NewInvitation> {
  const token = newSessionToken();
  const expiresAt = new Date(now.getTime() + VALID_DAYS * DAY_MS);
  const facts = { login, role, createdAt: now, expiresAt };
  await tx.entities.delete(Invitation, { organizationId, login });
  const added = await tx.entities.insert(Invitation, { ...facts, organizationId, tokenDigest: digestOf(token) });
  return { ...facts, id: (added.identifiers[0] as { id: string }).id, token };
}

/** False where the organization has no such invitation. */
export async function dropInvitation(tx: Transaction, id: string, organizationId: string): Promise<boolean> {
  const { affected } = await tx.entities.delete(Invitation, { id, organizationId });
  return affected === 1;
}

/** Makes the actor one of the organization's people; false where the token invites somebody else, or nobody any more. */
export async function useInvitation(tx: Transaction, token: string, now: Date): Promise<boolean> {
  const [row] = await tx.query<{ used: boolean }>(
    sql`select identity.use_invitation(${digestOf(token)}, ${now}) as used`,
  );
  return row?.used === true;
}
