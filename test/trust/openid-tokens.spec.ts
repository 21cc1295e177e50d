import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Log } from '@lienket/platform';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import sql from 'sql-template-tag';
import { bringing, HostileIssuer, refusing, type Claims, type TokenAnswer } from '../support/hostile-issuer.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { openIdDeskOf, outcomeOf } from '../support/openid-desk.js';
import { CLIENT, openIdSettings, REDIRECT_URL } from '../support/openid-issuer.js';
import { addNewcomer } from '../support/people.js';

let issuer: HostileIssuer;
let lienket: Lienket;
let desk: ReturnType<typeof openIdDeskOf>;
/** What must never be said aloud, and all that was. */
const secrets = new Set<string>([CLIENT.secret, 'an access token']);
const said: string[] = [];

beforeAll(async () => {
  issuer = await HostileIssuer.start();
  lienket = await startLienket({ ...openIdSettings(issuer.url), LIENKET_FAILED_SIGN_INS: '1000' });
  desk = openIdDeskOf(lienket);
  // Whatever is given to the log, however deep it lies.
  const hear = (facts: object, message: string) => {
    said.push(inspect([message, facts], { depth: 10, showHidden: true }));
  };
  Object.assign(lienket.part(Log), { error: hear, warn: hear, info: hear });
});
afterAll(async () => {
  await lienket.close();
  await issuer.stop();
});

/** What comes of a sign-in whose code is answered so. */
async function signInWith(answersFor: (nonce: string) => TokenAnswer, code = 'a code of the issuer') {
  const { url, secret } = await desk.begin();
  const { nonce = '', state = '' } = Object.fromEntries(new URL(url).searchParams);
  issuer.answers = answersFor(nonce);
  const callbackUrl = `${REDIRECT_URL}?${new URLSearchParams({ code, state }).toString()}`;
  const answer = await desk.finish(callbackUrl, secret);
  for (const kept of [secret, nonce, state, code, issuer.exchanged.get('code_verifier') ?? code]) secrets.add(kept);
  said.push(JSON.stringify(answer.errors ?? []));
  return outcomeOf(answer);
}

const changed =
  (changes: Claims) =>
  (nonce: string): string =>
    issuer.signed({ ...issuer.soundClaims(nonce), ...changes });
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

const FORGED: Readonly<Record<string, (nonce: string) => unknown>> = {
  'no token': () => undefined,
  'a token that is no token': () => 'token',
  'one without a signature, alg none': (nonce) => issuer.unsigned(issuer.soundClaims(nonce)),
  'one without a signature, alg None': (nonce) => issuer.unsigned(issuer.soundClaims(nonce), 'None'),
  'one whose signature was cut off': (nonce) => issuer.signed(issuer.soundClaims(nonce)).replace(/[^.]+$/, ''),
  'one sealed as HS256 with the public key': (nonce) => issuer.sealed(issuer.soundClaims(nonce)),
  'one sealed as HS256 with the secret of the client': (nonce) =>
    issuer.sealed(issuer.soundClaims(nonce), CLIENT.secret),
  'one signed by another key': (nonce) => issuer.signed(issuer.soundClaims(nonce), {}, issuer.otherKey.privateKey),
  'one signed by a key that it brings along': (nonce) =>
    issuer.signed(
      issuer.soundClaims(nonce),
      { jwk: issuer.otherKey.publicKey.export({ format: 'jwk' }) },
      issuer.otherKey.privateKey,
    ),
  'one of a key that the issuer has not': (nonce) => issuer.signed(issuer.soundClaims(nonce), { kid: 'unknown' }),
  'one by a way of signing that the issuer has not': (nonce) =>
    issuer.signed(issuer.soundClaims(nonce), { alg: 'RS512' }),
  'one that demands what nobody knows': (nonce) => issuer.signed(issuer.soundClaims(nonce), { crit: ['exp'] }),
  'one with other claims under a signature': (nonce) => {
    const [header, , signature] = issuer.signed(issuer.soundClaims(nonce)).split('.');
    const [, content] = changed({ sub: 'an administrator' })(nonce).split('.');
    return [header, content, signature].join('.');
  },
  'one for another client': changed({ aud: 'another' }),
  'one for several clients': changed({ aud: [CLIENT.id, 'another'] }),
  'one for several clients, given to another': changed({ aud: [CLIENT.id, 'another'], azp: 'another' }),
  'one for us, given to another': changed({ azp: 'another' }),
  'one of another issuer': changed({ iss: 'https://another.example.vn' }),
  'one that has run out': changed({ exp: inSeconds(-60) }),
  'one that never runs out': changed({ exp: undefined }),
  'one that runs out as a text': changed({ exp: '9999999999' }),
  'one that is not yet good': changed({ nbf: inSeconds(120) }),
  'one of a time to come': changed({ iat: inSeconds(120) }),
  'one of no time': changed({ iat: undefined }),
  'one of another sign-in': changed({ nonce: 'another' }),
  'one of no sign-in': changed({ nonce: undefined }),
  'one of nobody': changed({ sub: undefined }),
  'one of an empty subject': changed({ sub: '' }),
  'one of a subject that is a number': changed({ sub: 7 }),
  'one of a subject too long': changed({ sub: 'x'.repeat(256) }),
  'one of a subject that can be no text': changed({ sub: 'some\u0000body' }),
};

async function accountCount(): Promise<number> {
  const [row] = await lienket.owner.query<{ count: number }>(
    sql`select (select count(*) from identity.app_user) + (select count(*) from identity.openid_link) + (select count(*) from identity.session) as count`,
  );
  return row!.count;
}

describe('an issuer that lies', () => {
  it.each(Object.entries(FORGED))('gets nobody in with %s', async (_, forged) => {
    const before = await accountCount();
    expect(await signInWith((nonce) => bringing(forged(nonce)))).toBe('INVALID_INPUT callbackUrl');
    expect(await accountCount()).toBe(before);
  });

  it('is believed when what it says is sound: the forged tokens fail for what is forged', async () => {
    expect(Object.keys(FORGED).length).toBeGreaterThanOrEqual(30);
    const sound = await signInWith((nonce) => bringing(issuer.signed(issuer.soundClaims(nonce))));
    expect(sound).toMatchObject({ user: { login: 'somebody@example.vn' } });
    expect(Object.fromEntries(issuer.exchanged)).toMatchObject({
      grant_type: 'authorization_code',
      code: 'a code of the issuer',
      code_verifier: expect.stringMatching(/^[\w-]{43,}$/),
    });
  });

  it('may refuse a code', async () => {
    expect(await signInWith(() => refusing('invalid_grant'))).toBe('INVALID_INPUT callbackUrl');
  });
});

describe('an issuer that fails', () => {
  const failures: Readonly<Record<string, TokenAnswer>> = {
    'breaks down': (response) => void response.writeHead(500).end(),
    'hangs up': (response) => void response.destroy(),
    'talks no JSON': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    'does not know Lienket': refusing('invalid_client'),
    'never answers': () => undefined,
  };

  it.each(Object.entries(failures))('is UNAVAILABLE when it %s', async (_, answers) => {
    const from = Date.now();
    expect(await signInWith(() => answers)).toBe('UNAVAILABLE');
    expect(Date.now() - from).toBeLessThan(10_000);
  });

  it('leads nowhere else: what it redirects to is never asked', async () => {
    let asked = 0;
    const trap = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const location = `http://127.0.0.1:${String((trap.address() as AddressInfo).port)}/token`;
    const outcome = await signInWith(() => (response) => void response.writeHead(307, { location }).end());
    await new Promise((resolve) => trap.close(resolve));
    expect([outcome, asked]).toEqual(['UNAVAILABLE', 0]);
  });
});

describe('an issuer that is away', () => {
  it('is UNAVAILABLE, costs nobody a password, and is found when it comes back', async () => {
    const away = await HostileIssuer.start();
    const port = Number(new URL(away.url).port);
    await away.stop();
    const waiting = await startLienket(openIdSettings(away.url));
    try {
      const begin = 'mutation { it: beginOpenIdSignIn { secret } }';
      expect(outcomeOf(await waiting.send<{ it: object }>(begin))).toBe('UNAVAILABLE');
      const { login } = await addNewcomer(waiting);
      expect(await waiting.signIn(login)).toEqual(expect.any(String));
      const back = await HostileIssuer.start(port);
      back.discovery = { issuer: 'https://another.example.vn' };
      expect(outcomeOf(await waiting.send<{ it: object }>(begin))).toBe('UNAVAILABLE');
      back.discovery = {};
      expect(outcomeOf(await waiting.send<{ it: object }>(begin))).toEqual({ secret: expect.any(String) });
      await back.stop();
    } finally {
      await waiting.close();
    }
  });
});

describe('what must not be known', () => {
  it('stands in no line of the log and in no refusal', () => {
    expect(secrets.size).toBeGreaterThan(100);
    expect(said.length).toBeGreaterThan(50);
    const text = said.join('\n');
    expect([...secrets].filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('would be found there', () => {
    expect(JSON.stringify([{ secret: CLIENT.secret }])).toContain([...secrets][0]);
  });
});
