import type { Queryable } from '@lienket/platform';
import sql from 'sql-template-tag';
import { digestOf } from './session-token.js';

/** What the answer of an issuer is checked against. It stays here; the client keeps the secret that names it. */
export interface OpenIdAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export async function keepAttempt(
  database: Queryable,
  secret: string,
  { state, nonce, codeVerifier }: OpenIdAttempt,
  expiresAt: Date,
): Promise<void> {
  await database.query(
    sql`select identity.keep_openid_attempt(${digestOf(secret)}, ${state}, ${nonce}, ${codeVerifier}, ${expiresAt})`,
  );
}

/** Takes an attempt away, so that it is finished once or not at all. Null where it was never there, is finished or too old. */
export async function takeAttempt(database: Queryable, secret: string, now: Date): Promise<OpenIdAttempt | null> {
  const [attempt] = await database.query<OpenIdAttempt>(sql`
    select state, nonce, code_verifier as "codeVerifier" from identity.take_openid_attempt(${digestOf(secret)}, ${now})`);
  return attempt ?? null;
}
