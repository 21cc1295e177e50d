import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { openIdDeskOf, outcomeOf, type Begun } from '../support/openid-desk.js';
import { OpenIdIssuerServer, openIdSettings, REDIRECT_URL } from '../support/openid-issuer.js';
import { addNewcomer } from '../support/people.js';
import { ScriptedBrowser } from '../support/scripted-browser.js';

interface Returned extends Begun {
  readonly callbackUrl: string;
}

let issuer: OpenIdIssuerServer;
let lienket: Lienket;
let desk: ReturnType<typeof openIdDeskOf>;
let victim: string;
const clock = new TestClock();

beforeAll(async () => {
  issuer = await OpenIdIssuerServer.start();
  lienket = await startLienket({ ...openIdSettings(issuer.url), LIENKET_FAILED_SIGN_INS: '1000' }, clock);
  desk = openIdDeskOf(lienket);
  victim = (await addNewcomer(lienket)).token;
  for (const subject of ['honest', 'attacker', 'crowd 1', 'crowd 2', 'crowd 3'])
    issuer.vouchFor(subject, { email: `${subject.replace(' ', '')}@example.vn`, email_verified: true });
});
afterAll(async () => {
  await lienket.close();
  await issuer.stop();
});

async function returnOf(subject: string): Promise<Returned> {
  const begun = await desk.begin();
  return { ...begun, callbackUrl: await new ScriptedBrowser(subject).signInAt(begun.url) };
}

async function linksAndSessions(): Promise<unknown> {
  const [row] = await lienket.owner.query(sql`
    select (select jsonb_agg(l order by subject) from identity.openid_link l) as links,
      (select count(*) from identity.session) as sessions, (select count(*) from identity.app_user) as users`);
  return row;
}

/** The address with one thing put into it, or taken out. */
function edited(callbackUrl: string, changes: Readonly<Record<string, string | null>>): string {
  const url = new URL(callbackUrl);
  for (const [name, value] of Object.entries(changes))
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  return url.href;
}
const parameter = (url: string, name: string) => new URL(url).searchParams.get(name) ?? '';

/** What an attacker sends, having a return of their own and one of somebody honest. */
const ATTACKS: Readonly<
  Record<string, (own: Returned, honest: Returned) => { callbackUrl: string; secret: string; fails: string }>
> = {
  'somebody’s return without the secret': (_, honest) => ({ ...honest, secret: 'x'.repeat(43), fails: 'secret' }),
  'somebody’s return with a secret of one’s own': (own, honest) => ({
    callbackUrl: honest.callbackUrl,
    secret: own.secret,
    fails: 'callbackUrl',
  }),
  'one’s own return, slipped to somebody': (own, honest) => ({
    callbackUrl: own.callbackUrl,
    secret: honest.secret,
    fails: 'callbackUrl',
  }),
  'one’s own code under somebody’s state': (own, honest) => ({
    callbackUrl: edited(honest.callbackUrl, { code: parameter(own.callbackUrl, 'code') }),
    secret: honest.secret,
    fails: 'callbackUrl',
  }),
  'a forged code': ({ callbackUrl, secret }) => ({
    callbackUrl: edited(callbackUrl, { code: 'forged' }),
    secret,
    fails: 'callbackUrl',
  }),
  'a code with a letter changed': ({ callbackUrl, secret }) => {
    const code = parameter(callbackUrl, 'code');
    const changed = code.replace(/.$/, (letter) => (letter === 'a' ? 'b' : 'a'));
    return { callbackUrl: edited(callbackUrl, { code: changed }), secret, fails: 'callbackUrl' };
  },
  'no code': ({ callbackUrl, secret }) => ({
    callbackUrl: edited(callbackUrl, { code: null }),
    secret,
    fails: 'callbackUrl',
  }),
  'two codes': ({ callbackUrl, secret }) => ({
    callbackUrl: `${callbackUrl}&code=forged`,
    secret,
    fails: 'callbackUrl',
  }),
  'no state': ({ callbackUrl, secret }) => ({
    callbackUrl: edited(callbackUrl, { state: null }),
    secret,
    fails: 'callbackUrl',
  }),
  'another issuer’s answer': ({ callbackUrl, secret }) => ({
    callbackUrl: edited(callbackUrl, { iss: 'https://another.example.vn' }),
    secret,
    fails: 'callbackUrl',
  }),
  'the answer of an issuer that doesn’t say who it is': ({ callbackUrl, secret }) => ({
    callbackUrl: edited(callbackUrl, { iss: null }),
    secret,
    fails: 'callbackUrl',
  }),
  'the issuer’s no': ({ callbackUrl, secret }) => ({
    callbackUrl: edited(callbackUrl, { code: null, error: 'access_denied' }),
    secret,
    fails: 'callbackUrl',
  }),
  'a return to somewhere else': ({ callbackUrl, secret }) => ({
    callbackUrl: callbackUrl.replace(REDIRECT_URL, 'https://console.example.vn.attacker.example/signed-in'),
    secret,
    fails: 'callbackUrl',
  }),
  'what is no address': ({ secret }) => ({ callbackUrl: 'signed in', secret, fails: 'callbackUrl' }),
};

describe('who wants to sign in as somebody else', () => {
  it.each(Object.entries(ATTACKS))('is refused with %s, and for linking too', async (_, attack) => {
    for (const way of ['finish', 'link'] as const) {
      const { callbackUrl, secret, fails } = attack(await returnOf('attacker'), await returnOf('honest'));
      const before = await linksAndSessions();
      const answer =
        way === 'finish' ? await desk.finish(callbackUrl, secret) : await desk.link(victim, callbackUrl, secret);
      expect([way, outcomeOf<unknown>(answer)]).toEqual([way, `INVALID_INPUT ${fails}`]);
      expect(await linksAndSessions()).toEqual(before);
    }
  });

  it('is refused with what was used before', async () => {
    const { callbackUrl, secret } = await returnOf('honest');
    expect(outcomeOf(await desk.finish(callbackUrl, secret))).toMatchObject({ user: { login: 'honest@example.vn' } });
    const before = await linksAndSessions();
    expect(outcomeOf(await desk.finish(callbackUrl, secret))).toBe('INVALID_INPUT secret');
    expect(outcomeOf(await desk.link(victim, callbackUrl, secret))).toBe('INVALID_INPUT secret');
    expect(outcomeOf(await desk.finish(callbackUrl, (await desk.begin()).secret))).toBe('INVALID_INPUT callbackUrl');
    expect(await linksAndSessions()).toEqual(before);
  });

  it('has one try, also of ten at once', async () => {
    const { callbackUrl, secret } = await returnOf('honest');
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, async () => outcomeOf(await desk.finish(callbackUrl, secret))),
    );
    expect(outcomes.filter((outcome) => typeof outcome !== 'string')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'INVALID_INPUT secret')).toHaveLength(9);
  });

  it('uses up nothing by a return to somewhere else', async () => {
    const { callbackUrl, secret } = await returnOf('honest');
    const elsewhere = callbackUrl.replace(REDIRECT_URL, `${REDIRECT_URL}/elsewhere`);
    expect(outcomeOf(await desk.finish(elsewhere, secret))).toBe('INVALID_INPUT callbackUrl');
    expect(outcomeOf(await desk.finish(callbackUrl, secret))).toMatchObject({ user: { login: 'honest@example.vn' } });
  });

  it('is too late after ten minutes', async () => {
    const before = await linksAndSessions();
    const { callbackUrl, secret, expiresAt } = await returnOf('honest');
    const now = clock.now().toISOString();
    clock.set(expiresAt);
    expect(outcomeOf(await desk.finish(callbackUrl, secret))).toBe('INVALID_INPUT secret');
    clock.set(now);
    expect(outcomeOf(await desk.finish(callbackUrl, secret))).toBe('INVALID_INPUT secret');
    expect(await linksAndSessions()).toEqual(before);
  });

  it('finds no secret in the database', async () => {
    const { secret } = await desk.begin();
    const kept = await lienket.owner.query<{ it: string }>(sql`select a::text as it from identity.openid_attempt a`);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter(({ it }) => it.includes(secret))).toEqual([]);
  });
});

describe('who tries again and again', () => {
  const limited = { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) };
  let guarded: Lienket;

  beforeAll(async () => {
    const limits = { LIENKET_FAILED_SIGN_INS: '3', LIENKET_SIGN_UPS_PER_HOUR: '2' };
    guarded = await startLienket({ ...openIdSettings(issuer.url), ...limits });
  });
  afterAll(() => guarded.close());

  it('gets so many new accounts an hour', async () => {
    const guardedDesk = openIdDeskOf(guarded);
    const finished = [];
    for (const subject of ['crowd 1', 'crowd 2', 'crowd 3', 'crowd 1']) {
      const { url, secret } = await guardedDesk.begin();
      finished.push(await guardedDesk.finish(await new ScriptedBrowser(subject).signInAt(url), secret));
    }
    const refused = finished.map(({ errors }) => errors?.[0]?.extensions);
    expect(refused).toEqual([undefined, undefined, limited, undefined]);
  });

  it('fails so many times, then has to wait', async () => {
    const { begin, finish } = openIdDeskOf(guarded);
    const codes = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const { errors } = await finish(`${REDIRECT_URL}?code=x`, (await begin()).secret);
      codes.push(errors?.[0]?.extensions.code);
    }
    expect(codes).toEqual(['INVALID_INPUT', 'INVALID_INPUT', 'INVALID_INPUT', 'RATE_LIMITED']);
  });

  it('begins so many times an hour', async () => {
    await guarded.owner.query(sql`update platform.rate_limit set used = 600 where key like 'openid-begin:%'`);
    const { errors } = await guarded.send('mutation { beginOpenIdSignIn { url } }');
    expect(errors?.[0]?.extensions).toEqual(limited);
  });
});
