import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from './viewer.js';
import sql from 'sql-template-tag';
import { createRegistryWorld, type RegistryWorld } from '../../../test/support/registry-world.js';
import { addUser, linkUserToOrganization } from './user.store.js';

const PASSWORD = 'một mật khẩu đủ dài';
const ROUNDS = 4;
const WRONG = 'không phải mật khẩu';
let world: RegistryWorld;

beforeAll(async () => {
  world = await createRegistryWorld({ LIENKET_SIGN_UPS_PER_HOUR: '3' });
});
afterAll(() => world.close());

const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

describe('signing up', () => {
  it('makes a trader without an organization, signed in at once', async () => {
    const { token, userId, expiresAt } = value(
      await world.signUp.execute('10.0.0.1', { login: 'New@Coop.vn', password: PASSWORD }),
    );
    expect(await world.viewers.byToken(token, world.clock.now())).toEqual({
      userId,
      role: 'TRADER',
      organizationId: null,
      organizationRole: null,
      provinceCodes: [],
    });
    expect(await world.viewers.byToken(token, expiresAt)).toBeNull();
    expect((await world.users.byId(userId))?.login).toBe('new@coop.vn');
  });

  it('refuses a taken login, in whatever form it is written', async () => {
    value(await world.signUp.execute('10.0.0.2', { login: '0912345678', password: PASSWORD }));
    const again = await world.signUp.execute('10.0.0.2', { login: '+84 912 345 678', password: PASSWORD });
    expect(again).toEqual({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'login', rule: 'TAKEN' } });
  });

  it('is limited by the hour and the address', async () => {
    const attempts = ['a', 'b', 'c', 'd'].map((name) => ({ login: `${name}@limit.vn`, password: PASSWORD }));
    for (const attempt of attempts.slice(0, 3)) expect((await world.signUp.execute('10.0.0.3', attempt)).ok).toBe(true);
    const fourth = await world.signUp.execute('10.0.0.3', attempts[3] ?? { login: '', password: '' });
    expect(fourth).toMatchObject({
      ok: false,
      refusal: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) },
    });
    expect((await world.signUp.execute('10.0.0.4', { login: 'd@limit.vn', password: PASSWORD })).ok).toBe(true);
  });
});

describe('signing in', () => {
  beforeAll(async () => {
    for (const login of ['me@coop.vn', 'guess@coop.vn', 'forget@coop.vn'])
      await world.database.transaction((tx) =>
        addUser(tx, { login, password: PASSWORD, role: 'TRADER' }, world.clock.now()),
      );
  });

  it('starts a session of which only a digest is kept', async () => {
    const { token } = value(await world.signIn.execute('10.1.0.1', { login: ' ME@coop.vn', password: PASSWORD }));
    expect(token).toMatch(/^[\w-]{43}$/);
    const kept = await world.database.query<{ text: string }>(sql`select session::text as text from identity.session`);
    expect(kept.some(({ text }) => text.includes(token))).toBe(false);
    expect(await world.viewers.byToken(`${token}x`, world.clock.now())).toBeNull();
  });

  it.each(['guess@coop.vn', 'nobody@coop.vn', 'no login at all'])(
    'refuses the sixth attempt on %s alike, from one address',
    async (login) => {
      for (let attempt = 1; attempt <= 5; attempt += 1)
        expect(await world.signIn.execute('10.1.0.2', { login, password: WRONG })).toEqual({
          ok: false,
          refusal: { code: 'UNAUTHENTICATED' },
        });
      expect(await world.signIn.execute('10.1.0.2', { login, password: PASSWORD })).toMatchObject({
        refusal: { code: 'RATE_LIMITED' },
      });
      expect(await world.signIn.execute('10.1.0.3', { login, password: WRONG })).toEqual({
        ok: false,
        refusal: { code: 'UNAUTHENTICATED' },
      });
    },
  );

  it('forgets failures after a success', async () => {
    const attempt = (password: string) => world.signIn.execute('10.1.0.4', { login: 'forget@coop.vn', password });
    for (const password of [WRONG, WRONG, WRONG, WRONG, PASSWORD, WRONG, WRONG, WRONG, WRONG]) await attempt(password);
    expect((await attempt(PASSWORD)).ok).toBe(true);
  });
});

describe('signing out', () => {
  it('ends this session, or all of them', async () => {
    const sessions = [];
    for (let count = 0; count < 3; count += 1)
      sessions.push(value(await world.signIn.execute('10.2.0.1', { login: 'me@coop.vn', password: PASSWORD })));
    const [first, second, third] = sessions.map(({ token }) => token) as [string, string, string];
    const viewer = await world.viewers.byToken(first, world.clock.now());
    if (!viewer) throw new Error('not signed in');
    await world.run(viewer, (tx) => world.signOut.execute(tx, viewer, { token: first, everywhere: false }));
    expect(await world.viewers.byToken(first, world.clock.now())).toBeNull();
    expect(await world.viewers.byToken(second, world.clock.now())).not.toBeNull();
    await world.run(viewer, (tx) => world.signOut.execute(tx, viewer, { token: second, everywhere: true }));
    expect(await world.viewers.byToken(third, world.clock.now())).toBeNull();
  });
});

describe('changing a password', () => {
  const NEW = 'một mật khẩu khác hẳn';
  const person = async (login: string) => {
    const viewer = await world.trader(login);
    const signedIn = () => world.signIn.execute('10.3.0.1', { login, password: 'a long enough password' });
    return { viewer, signedIn };
  };
  const change = (viewer: Viewer, currentPassword: string, newPassword = NEW) =>
    world.changePassword.execute('10.3.0.1', viewer, { currentPassword, newPassword });
  const livesOn = async (token: string) => (await world.viewers.byToken(token, world.clock.now())) !== null;

  it('ends every session, also one that was stolen, and starts one', async () => {
    const { viewer, signedIn } = await person('stolen@coop.vn');
    const before = [value(await signedIn()), value(await signedIn())];
    const { token, userId } = value(await change(viewer, 'a long enough password'));
    expect(userId).toBe(viewer.userId);
    for (const session of before) expect(await livesOn(session.token)).toBe(false);
    expect(await livesOn(token)).toBe(true);
    expect(await signedIn()).toMatchObject({ refusal: { code: 'UNAUTHENTICATED' } });
    value(await world.signIn.execute('10.3.0.1', { login: 'stolen@coop.vn', password: NEW }));
  });

  it('leaves everything as it was where the current one is wrong, and counts that with failed sign-ins', async () => {
    const { viewer, signedIn } = await person('guessed@coop.vn');
    const { token } = value(await signedIn());
    await world.signIn.execute('10.3.0.1', { login: 'guessed@coop.vn', password: WRONG });
    for (let attempt = 2; attempt <= 5; attempt += 1)
      expect(await change(viewer, WRONG)).toEqual({
        ok: false,
        refusal: { code: 'INVALID_INPUT', field: 'currentPassword', rule: 'WRONG' },
      });
    expect(await change(viewer, 'a long enough password')).toMatchObject({ refusal: { code: 'RATE_LIMITED' } });
    expect(await signedIn()).toMatchObject({ refusal: { code: 'RATE_LIMITED' } });
    expect(await livesOn(token)).toBe(true);
  });

  it('leaves no session that began by the old one, however close they come', async () => {
    const { viewer, signedIn } = await person('close@coop.vn');
    const started: { token: string }[] = [];
    let current = 'a long enough password';
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = `${NEW} ${String(round)}`;
      const [changed, ...guests] = await Promise.all([
        change(viewer, current, next),
        ...Array.from({ length: 4 }, () =>
          world.signIn.execute('10.3.0.1', { login: 'close@coop.vn', password: current }),
        ),
      ]);
      const { token } = value(changed);
      for (const guest of guests) if (guest.ok) started.push(guest.value);
      for (const guest of started) expect(await livesOn(guest.token)).toBe(false);
      expect(await livesOn(token)).toBe(true);
      current = next;
    }
    expect(await signedIn()).toMatchObject({ ok: false });
  });

  it('is done once by whoever is first', async () => {
    const { viewer } = await person('twice@coop.vn');
    const outcomes = await Promise.all(
      [1, 2, 3].map((n) => change(viewer, 'a long enough password', `${NEW} ${String(n)}`)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('acting for an organization', () => {
  it('is for one trader without an organization, once', async () => {
    const trader = await world.trader();
    const id = await world.organization();
    expect(await world.database.transaction((tx) => linkUserToOrganization(tx, trader.userId, id))).toBe(true);
    expect(await world.database.transaction((tx) => linkUserToOrganization(tx, trader.userId, id))).toBe(false);
  });
});
