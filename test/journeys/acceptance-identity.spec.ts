import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLError } from 'graphql';
import { PASSWORD, startLienket, TestClock, type Asking, type Lienket } from '../support/lienket.js';
import { addPerson } from '../support/people.js';

const SIGN_UP =
  'mutation ($login: String!, $password: String!) { signUp(login: $login, password: $password) { token expiresAt user { id login role organization { id } provinces { code } } } }';
const SIGN_IN =
  'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { token user { login organization { id } } } }';
const ME = '{ me { login role organization { id } provinces { code } } }';

interface Started {
  readonly token: string;
  readonly expiresAt: string;
  readonly user: object;
}

describe('who is asking, over the door', () => {
  let lienket: Lienket;
  const clock = new TestClock();

  beforeAll(async () => {
    lienket = await startLienket({}, clock);
  });
  afterAll(() => lienket.close());

  const refusal = async (document: string, variables: object = {}, asking: Asking = {}) =>
    (await lienket.send(document, variables, asking)).errors?.[0]?.extensions;
  const signUp = async (login: string) =>
    (await lienket.ask<{ signUp: Started }>(SIGN_UP, { login, password: PASSWORD })).signUp;

  it('a new trader is signed in at once, without an organization, for as long as it says', async () => {
    const { token, expiresAt, user } = await signUp('Bà.Năm@Example.VN');
    expect(user).toMatchObject({ login: 'bà.năm@example.vn', role: 'TRADER', organization: null, provinces: [] });
    expect(expiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await lienket.ask(ME, {}, { token })).toEqual({
      me: { login: 'bà.năm@example.vn', role: 'TRADER', organization: null, provinces: [] },
    });
    const now = clock.now().toISOString();
    clock.set(expiresAt);
    expect(await refusal('{ provinces { code } }', {}, { token })).toEqual({ code: 'UNAUTHENTICATED' });
    clock.set(now);
    expect(await refusal('{ provinces { code } }', {}, { token })).toBeUndefined();
  });

  it('a login is one login in every way of writing it', async () => {
    const { user } = await signUp('+84 912 345 678');
    expect(user).toMatchObject({ login: '0912345678' });
    for (const login of ['0912345678', '84912345678', '0912.345.678'])
      expect(await refusal(SIGN_UP, { login, password: PASSWORD })).toEqual({ code: 'INVALID_INPUT', field: 'login' });
    const { signIn } = await lienket.ask<{ signIn: Started }>(SIGN_IN, { login: '84912345678', password: PASSWORD });
    expect(signIn.user).toEqual({ login: '0912345678', organization: null });
  });

  it.each([
    ['login', { login: 'nobody', password: PASSWORD }],
    ['login', { login: '', password: PASSWORD }],
    ['password', { login: 'short@example.vn', password: 'nine char' }],
    ['password', { login: 'long@example.vn', password: 'x'.repeat(129) }],
    ['password', { login: 'nul@example.vn', password: 'a long\u0000enough' }],
  ])('signing up is refused for the form of its %s', async (field, variables) => {
    expect(await refusal(SIGN_UP, variables)).toEqual({ code: 'INVALID_INPUT', field });
  });

  it('a password has 10 to 128 characters, counted as people do', async () => {
    for (const [login, password] of [
      ['ten@example.vn', 'mậtkhẩu123'.normalize('NFD')],
      ['most@example.vn', '🐟'.repeat(128)],
    ])
      expect(await refusal(SIGN_UP, { login, password })).toBeUndefined();
    expect(
      await refusal(SIGN_IN, { login: 'ten@example.vn', password: 'mậtkhẩu123'.normalize('NFC') }),
    ).toBeUndefined();
  });

  it('the sixth wrong password is told to wait, alike for logins that nobody has', async () => {
    await signUp('locked@example.vn');
    for (const login of ['locked@example.vn', 'no login at all']) {
      for (let attempt = 1; attempt <= 5; attempt += 1)
        expect(await refusal(SIGN_IN, { login, password: 'wrong' })).toEqual({ code: 'UNAUTHENTICATED' });
      const sixth = await refusal(SIGN_IN, { login, password: PASSWORD });
      expect(sixth).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
      expect(sixth?.['retryAfterSeconds']).toBeGreaterThan(0);
      expect(sixth?.['retryAfterSeconds']).toBeLessThanOrEqual(900);
    }
  });

  it('without a session every field but the public ones is UNAUTHENTICATED', async () => {
    expect(
      await lienket.ask(
        '{ me { id } provinces { code } commodities { code } certificationSchemes { code } participation { rate } }',
      ),
    ).toMatchObject({ me: null });
    for (const document of [
      '{ organization(id: "x") { id } }',
      '{ organizations { totalCount } }',
      'mutation { signOut }',
      'mutation { claimOrganization(organizationId: "x") }',
      'mutation { setOrganizationStatus(id: "x", status: ACTIVE) { id } }',
      'mutation { rateOrganization(id: "x", year: 2025, score: "80") { id } }',
      'mutation { updateOrganization(id: "x", input: {}) { id } }',
      'mutation { approveClaim(organizationId: "x", login: "y") { id } }',
      'mutation { refuseClaim(organizationId: "x", login: "y") { id } }',
    ])
      expect([document, await refusal(document)]).toEqual([document, { code: 'UNAUTHENTICATED' }]);
    expect(await refusal('mutation { rateOrganization(id: "x", year: 2025, score: "101") { id } }')).toEqual({
      code: 'INVALID_INPUT',
      field: 'score',
    });
  });

  it('a bad token is UNAUTHENTICATED everywhere, signing in and the socket too', async () => {
    const token = 'x'.repeat(43);
    for (const document of ['{ me { id } }', '{ provinces { code } }', '{ participation { rate } }', '{ __typename }'])
      expect(await refusal(document, {}, { token })).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refusal(SIGN_IN, { login: 'a@example.vn', password: PASSWORD }, { token })).toEqual({
      code: 'UNAUTHENTICATED',
    });
    const heard = new Promise((resolve, reject) => {
      lienket
        .socket(token)
        .subscribe(
          { query: 'subscription { participationChanged { rate } }' },
          { next: reject, error: resolve, complete: reject },
        );
    });
    expect((await heard) as GraphQLError[]).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('signing out ends this session, or all of them', async () => {
    const { token: first } = await signUp('leaving@example.vn');
    const [second, third] = [await lienket.signIn('leaving@example.vn'), await lienket.signIn('leaving@example.vn')];
    expect(await lienket.ask('mutation { signOut }', {}, { token: first, key: 'ignored' })).toEqual({ signOut: true });
    expect(await refusal(ME, {}, { token: first })).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refusal(ME, {}, { token: second })).toBeUndefined();
    expect(await lienket.ask('mutation { signOut(everywhere: true) }', {}, { token: second })).toEqual({
      signOut: true,
    });
    expect(await refusal(ME, {}, { token: third })).toEqual({ code: 'UNAUTHENTICATED' });
  });

  it('changing the password ends all sessions but the one it starts, and stands alone', async () => {
    const { token } = await signUp('changing@example.vn');
    const other = await lienket.signIn('changing@example.vn');
    const CHANGE =
      'mutation ($old: String!, $new: String!) { changePassword(currentPassword: $old, newPassword: $new) { token user { login } } }';
    const change = { old: PASSWORD, new: 'another long password' };
    expect(await refusal(CHANGE, { ...change, new: 'too short' }, { token })).toEqual({
      code: 'INVALID_INPUT',
      field: 'newPassword',
    });
    expect(await refusal(CHANGE, { ...change, old: 'wrong' }, { token, key: 'k' })).toEqual({
      code: 'INVALID_INPUT',
      field: 'currentPassword',
    });
    expect(await refusal(CHANGE.replace('{ changePassword', '{ signOut changePassword'), change, { token })).toEqual({
      code: 'QUERY_TOO_COMPLEX',
    });
    const { changePassword } = await lienket.ask<{ changePassword: Started }>(CHANGE, change, { token, key: 'k' });
    expect(changePassword.user).toEqual({ login: 'changing@example.vn' });
    for (const ended of [token, other])
      expect(await refusal(ME, {}, { token: ended })).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refusal(ME, {}, { token: changePassword.token })).toBeUndefined();
    expect(await refusal(SIGN_IN, { login: 'changing@example.vn', password: PASSWORD })).toEqual({
      code: 'UNAUTHENTICATED',
    });
  });

  it('an idempotency key is ignored on signUp and signIn, which stand alone in their document', async () => {
    const variables = { login: 'keyed@example.vn', password: PASSWORD };
    expect(await refusal(SIGN_UP, variables, { key: 'k' })).toBeUndefined();
    expect(await refusal(SIGN_UP, variables, { key: 'k' })).toEqual({ code: 'INVALID_INPUT', field: 'login' });
    const twice = `mutation { a: signIn(login: "keyed@example.vn", password: "${PASSWORD}") { token } b: signOut }`;
    expect(await refusal(twice)).toEqual({ code: 'QUERY_TOO_COMPLEX' });
  });

  it('a manager sees the provinces they are responsible for, and none for the whole country', async () => {
    const token = await addPerson(lienket, 'two@example.vn', 'PROGRAM_MANAGER', ['92', '01']);
    const whole = await addPerson(lienket, 'whole@example.vn', 'PROGRAM_MANAGER');
    expect(await lienket.ask(ME, {}, { token })).toMatchObject({
      me: { role: 'PROGRAM_MANAGER', organization: null, provinces: [{ code: '01' }, { code: '92' }] },
    });
    expect(await lienket.ask(ME, {}, { token: whole })).toMatchObject({ me: { provinces: [] } });
  });
});
