import type { IDToken } from 'openid-client';
import { canonicalLogin, emailOf } from './login.js';

/** Whom an issuer vouches for. */
export interface OpenIdPerson {
  readonly issuer: string;
  /** Never given to another person, as an e-mail address may be. */
  readonly subject: string;
  /** As a login; null unless the issuer says that it has verified it. */
  readonly email: string | null;
}

const SUBJECT_LENGTH_MAX = 255;
const EMAIL_LENGTH_MAX = 200;
const CLOCKS_DIFFER_SECONDS_MAX = 30;
const CONTROL = /\p{Cc}|\p{Cs}/u;

/** Of a token whose signature, issuer, audience, nonce and end have been checked; null where the rest of it is not for us. */
export function openIdPersonOf(claims: IDToken | undefined, clientId: string, now: Date): OpenIdPerson | null {
  if (!claims) return null;
  const { iss, sub, iat, azp, email, email_verified: isVerified } = claims;
  const isOfNow = iat <= now.getTime() / 1000 + CLOCKS_DIFFER_SECONDS_MAX;
  const isForUs = azp === undefined || azp === clientId;
  const isSubject = sub !== '' && sub.length <= SUBJECT_LENGTH_MAX && !CONTROL.test(sub);
  if (!isOfNow || !isForUs || !isSubject) return null;
  return { issuer: iss, subject: sub, email: isVerified === true ? loginOf(email) : null };
}

function loginOf(email: unknown): string | null {
  if (typeof email !== 'string' || email.length > EMAIL_LENGTH_MAX || CONTROL.test(email)) return null;
  const login = canonicalLogin(email);
  return login === null ? null : emailOf(login);
}
