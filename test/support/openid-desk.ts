import type { Answer, Lienket } from './lienket.js';

export interface Begun {
  readonly url: string;
  readonly secret: string;
  readonly expiresAt: string;
}

const BEGIN = 'mutation { it: beginOpenIdSignIn { url secret expiresAt } }';
const FINISH =
  'mutation ($callbackUrl: String!, $secret: String!) { it: finishOpenIdSignIn(callbackUrl: $callbackUrl, secret: $secret) { token expiresAt user { id login role organization { id } } } }';
const LINK =
  'mutation ($callbackUrl: String!, $secret: String!) { it: linkOpenId(callbackUrl: $callbackUrl, secret: $secret) { id login } }';

export interface SignedIn {
  readonly token: string;
  readonly expiresAt: string;
  readonly user: { readonly id: string; readonly login: string; readonly role: string; readonly organization: null };
}

/** What a console sends for a person who signs in by the issuer. */
export const openIdDeskOf = ({ ask, send }: Pick<Lienket, 'ask' | 'send'>) => ({
  begin: async () => (await ask<{ it: Begun }>(BEGIN)).it,
  finish: (callbackUrl: string, secret: string) => send<{ it: SignedIn }>(FINISH, { callbackUrl, secret }),
  link: (token: string, callbackUrl: string, secret: string) =>
    send<{ it: { id: string; login: string } }>(LINK, { callbackUrl, secret }, { token }),
  unlink: (token: string) => send<{ it: boolean }>('mutation { it: unlinkOpenId }', {}, { token }),
});

/** What was answered, or the code of the refusal with its fact. */
export function outcomeOf<T>({ data, errors }: Answer<{ it: T }>): T | string {
  const refusal = errors?.[0]?.extensions;
  if (refusal) return [refusal.code, refusal['field'] ?? refusal['state']].filter(Boolean).join(' ');
  if (!data) throw new Error('Neither an answer nor a refusal.');
  return data.it;
}
