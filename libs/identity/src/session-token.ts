import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** An opaque secret that says nothing by itself. */
export const newSessionToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What is kept of a token: who reads the table can't sign in with it. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();
