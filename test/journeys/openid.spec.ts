import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { PASSWORD, startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { openIdDeskOf, outcomeOf, type SignedIn } from '../support/openid-desk.js';
import { OpenIdIssuerServer, openIdSettings, REDIRECT_URL } from '../support/openid-issuer.js';
import { addNewcomer } from '../support/people.js';
import { ScriptedBrowser } from '../support/scripted-browser.js';

let issuer: OpenIdIssuerServer;
let lienket: Lienket;
let desk: ReturnType<typeof openIdDeskOf>;
const clock = new TestClock();

beforeAll(async () => {
  issuer = await OpenIdIssuerServer.start();
  lienket = await startLienket({ ...openIdSettings(issuer.url), LIENKET_FAILED_SIGN_INS: '1000' }, clock);
  desk = openIdDeskOf(lienket);
});
afterAll(async () => {
  await lienket.close();
  await issuer.stop();
});

/** To the issuer and back again. */
async function returnOf(subject: string) {
  const begun = await desk.begin();
  return { ...begun, callbackUrl: await new ScriptedBrowser(subject).signInAt(begun.url) };
}

async function signInAs(subject: string): Promise<SignedIn | string> {
  const { callbackUrl, secret } = await returnOf(subject);
  return outcomeOf(await desk.finish(callbackUrl, secret));
}

/** Everything that a sign-in could change. */
async function accounts(): Promise<string> {
  const [row] = await lienket.owner.query<{ it: string }>(sql`
    select jsonb_build_array(
      (select jsonb_agg(u order by id) from identity.app_user u), (select jsonb_agg(l order by subject) from identity.openid_link l),
      (select count(*) from identity.session))::text as it`);
  return row!.it;
}

describe('signing in by an issuer of OpenID Connect', () => {
  it('is told to whoever asks', async () => {
    expect(await lienket.ask('{ openIdIssuer }')).toEqual({ openIdIssuer: issuer.url });
  });

  it('begins at the issuer, with a challenge, and keeps everything else to itself', async () => {
    const { url, secret, expiresAt } = await desk.begin();
    const { origin, searchParams } = new URL(url);
    expect(origin).toBe(issuer.url);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'lienket',
      response_type: 'code',
      redirect_uri: REDIRECT_URL,
      scope: 'openid email',
      state: expect.any(String),
      nonce: expect.any(String),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(url).not.toContain(secret);
    expect(new Date(expiresAt).getTime() - clock.now().getTime()).toBe(600_000);
  });

  it('makes an account the first time and finds it again the second, whatever the address is then', async () => {
    issuer.vouchFor('bà Năm', { email: 'Ba.Nam@Example.VN', email_verified: true });
    const first = (await signInAs('bà Năm')) as SignedIn;
    expect(first.user).toEqual({
      id: expect.any(String),
      login: 'ba.nam@example.vn',
      role: 'TRADER',
      organization: null,
    });
    expect(await lienket.ask('{ me { id } }', {}, { token: first.token })).toEqual({ me: { id: first.user.id } });
    issuer.vouchFor('bà Năm', { email: 'elsewhere@example.vn', email_verified: false });
    expect(await signInAs('bà Năm')).toMatchObject({ user: { id: first.user.id, login: 'ba.nam@example.vn' } });
  });

  it('leaves an account without a password, which no password opens', async () => {
    issuer.vouchFor('open', { email: 'open@example.vn', email_verified: true });
    const { token } = (await signInAs('open')) as SignedIn;
    const signIn = 'mutation ($password: String!) { signIn(login: "open@example.vn", password: $password) { token } }';
    for (const password of ['', PASSWORD, 'null'])
      expect((await lienket.send(signIn, { password })).errors?.[0]?.extensions.code).toMatch(
        /^(UNAUTHENTICATED|INVALID_INPUT)$/,
      );
    expect(outcomeOf(await desk.unlink(token))).toBe('INVALID_STATE NO_PASSWORD');
    expect(await signInAs('open')).toMatchObject({ user: { login: 'open@example.vn' } });
  });

  it('is linked to an account beside its password, and unlinked again', async () => {
    const { login, token } = await addNewcomer(lienket);
    issuer.vouchFor('linked', { email: 'another@example.vn', email_verified: true });
    const { callbackUrl, secret } = await returnOf('linked');
    expect(outcomeOf(await desk.link(token, callbackUrl, secret))).toMatchObject({ login });
    expect(await signInAs('linked')).toMatchObject({ user: { login } });
    expect(await lienket.signIn(login)).toEqual(expect.any(String));
    expect(outcomeOf(await desk.unlink(token))).toBe(true);
    expect(outcomeOf(await desk.unlink(token))).toBe('NOT_FOUND');
    expect(await signInAs('linked')).toMatchObject({ user: { login: 'another@example.vn' } });
  });

  it('links one person to one account', async () => {
    const [one, other] = [await addNewcomer(lienket), await addNewcomer(lienket)];
    const link = async (token: string, subject: string) => {
      const { callbackUrl, secret } = await returnOf(subject);
      return outcomeOf(await desk.link(token, callbackUrl, secret));
    };
    expect(await link(one.token, 'only one')).toMatchObject({ login: one.login });
    const before = await accounts();
    expect(await link(other.token, 'only one')).toBe('INVALID_STATE LINKED');
    expect(await link(one.token, 'a second')).toBe('INVALID_STATE LINKED');
    expect(await link(one.token, 'only one')).toBe('INVALID_STATE LINKED');
    expect(await accounts()).toBe(before);
  });

  it('is finished alone in its document, whatever the idempotency key', async () => {
    const finish = (secret: string) =>
      `finishOpenIdSignIn(callbackUrl: "${REDIRECT_URL}", secret: "${secret}") { token }`;
    const twice = await lienket.send(`mutation { a: ${finish('x')} b: signOut }`);
    expect(twice.errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    const { token } = await addNewcomer(lienket);
    issuer.vouchFor('keyed', { email: 'keyed@example.vn', email_verified: true });
    const link =
      'mutation ($callbackUrl: String!, $secret: String!) { linkOpenId(callbackUrl: $callbackUrl, secret: $secret) { id } }';
    const { callbackUrl, secret } = await returnOf('keyed');
    const outcomes = [];
    for (let tries = 0; tries < 2; tries += 1)
      outcomes.push((await lienket.send(link, { callbackUrl, secret }, { token, key: 'k' })).errors?.[0]?.extensions);
    expect(outcomes).toEqual([undefined, { code: 'INVALID_INPUT', field: 'secret' }]);
  });

  it('refuses an address that the issuer has not verified, or does not tell', async () => {
    const before = await accounts();
    for (const [subject, claims] of Object.entries({
      unverified: { email: 'unverified@example.vn', email_verified: false },
      unsaid: { email: 'unsaid@example.vn' },
      silent: {},
      'no address': { email: '0912345678', email_verified: true },
    })) {
      issuer.vouchFor(subject, claims);
      expect([subject, await signInAs(subject)]).toEqual([subject, 'INVALID_STATE EMAIL_NOT_VERIFIED']);
    }
    expect(await accounts()).toBe(before);
  });

  it('refuses the address of an account that is there, in whatever form, and says what to do', async () => {
    await lienket.ask('mutation { signUp(login: "victim@example.vn", password: "a long enough password") { token } }');
    const before = await accounts();
    issuer.vouchFor('attacker', { email: 'VICTIM@example.vn', email_verified: true });
    const { callbackUrl, secret } = await returnOf('attacker');
    const { errors } = await desk.finish(callbackUrl, secret);
    expect(errors?.[0]).toMatchObject({
      message: 'There is an account of this e-mail address already. Sign in by its password, then link it.',
      extensions: { code: 'INVALID_STATE', state: 'LOGIN_TAKEN' },
    });
    expect(await accounts()).toBe(before);
  });
});
