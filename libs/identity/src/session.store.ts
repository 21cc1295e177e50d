import type { Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import { digestOf, newSessionToken } from './session-token.js';
import { Session } from './session.entity.js';

const DAY_MS = 86_400_000;

/** What a client keeps of a session. */
export interface StartedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly userId: string;
}

/** Starts a session, and clears away those of the same user that have run out. */
export async function startSession(tx: Transaction, userId: string, now: Date, days: number): Promise<StartedSession> {
  const token = newSessionToken();
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  await tx.query(sql`delete from identity.session where user_id = ${userId} and expires_at <= ${now}`);
  await tx.entities.insert(Session, { tokenDigest: digestOf(token), userId, createdAt: now, expiresAt });
  return { token, expiresAt, userId };
}

export async function endSession(tx: Transaction, token: string): Promise<void> {
  await tx.entities.delete(Session, { tokenDigest: digestOf(token) });
}

export async function endSessionsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.entities.delete(Session, { userId });
}
