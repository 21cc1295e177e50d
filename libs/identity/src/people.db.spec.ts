import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, ForgetOld, urlOf } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { inShortOrLong } from '../../../test/support/fault-counts.js';
import {
  ADMINISTRATOR,
  createRegistryWorld,
  managerOf,
  type RegistryWorld,
} from '../../../test/support/registry-world.js';
import { giveRole, letGo } from './people.store.js';
import { identityRetention } from './identity-retention.js';
import type { OrganizationRole, Viewer } from './viewer.js';

const PASSWORD = 'a long enough password';
const ROUNDS = inShortOrLong(8, 100);
const NOT_FOUND = { ok: false, refusal: { code: 'NOT_FOUND' } };
const FORBIDDEN = { ok: false, refusal: { code: 'FORBIDDEN' } };
const LAST_OWNER = { ok: false, refusal: { code: 'INVALID_STATE', state: 'LAST_OWNER' } };
const DONE = { ok: true, value: true };

let world: RegistryWorld;
let logins = 0;

beforeAll(async () => {
  world = await createRegistryWorld();
});
afterAll(() => world.close());

const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const newLogin = () => `person${String((logins += 1))}@people.vn`;
const invite = (by: Viewer, login: string, role: OrganizationRole = 'TRADER') =>
  world.run(by, (tx) => world.invite.execute(tx, by, { login, role }));
const acceptAs = (viewer: Viewer, token: string) =>
  world.run(viewer, (tx) => world.acceptInvitation.execute(tx, viewer, { token }));
const setRole = (by: Viewer, { userId }: { userId: string }, role: OrganizationRole) =>
  world.run(by, (tx) => world.setRole.execute(tx, by, { userId, role }));
const remove = (by: Viewer, { userId }: { userId: string }) =>
  world.run(by, (tx) => world.removePerson.execute(tx, by, { userId }));
const handOver = (by: Viewer, { userId }: { userId: string }) =>
  world.run(by, (tx) => world.handOver.execute(tx, by, { userId }));
const leave = (by: Viewer) => world.run(by, (tx) => world.leave.execute(tx, by));
const withdraw = (by: Viewer, id: string) => world.run(by, (tx) => world.withdrawInvitation.execute(tx, by, { id }));

/** An organization with its owner. */
async function cooperative(): Promise<{ id: string; owner: Viewer }> {
  const { id, trader } = await world.ownOrganization();
  return { id, owner: trader };
}

/** Somebody more of the owner's organization. */
async function join(owner: Viewer, role: OrganizationRole): Promise<Viewer> {
  const login = newLogin();
  const guest = await world.trader(login);
  const { token } = value(await invite(owner, login, role));
  value(await acceptAs(guest, token));
  return { ...guest, organizationId: owner.organizationId, organizationRole: role };
}

/** Who acts for an organization, as its table says. */
const rolesOf = async (id: string | null): Promise<Record<string, string>> => {
  const rows = await world.database.query<{ id: string; role: string }>(
    sql`select id, organization_role as role from identity.app_user where organization_id = ${id}`,
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.role]));
};

/** Puts people into an organization, as the owner of the tables. */
async function put(id: string, roles: Readonly<Record<string, OrganizationRole>>): Promise<void> {
  for (const [userId, role] of Object.entries(roles))
    await world.database.query(sql`
      update identity.app_user set organization_id = ${id}, organization_role = ${role} where id = ${userId}`);
}

describe('an invitation', () => {
  it('makes the person invited one of the people, once, and is kept only as a digest', async () => {
    const { id, owner } = await cooperative();
    const guest = await world.trader('guest@people.vn');
    const { token, ...open } = value(await invite(owner, ' Guest@People.vn', 'READER'));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(open).toMatchObject({ login: 'guest@people.vn', role: 'READER' });
    expect(open.expiresAt.getTime() - open.createdAt.getTime()).toBe(7 * 86_400_000);
    const kept = await world.database.query<{ text: string }>(sql`select i::text as text from identity.invitation i`);
    expect(kept.some(({ text }) => text.includes(token))).toBe(false);
    expect(value(await acceptAs(guest, token))).toBe(guest.userId);
    expect((await rolesOf(id))[guest.userId]).toBe('READER');
    expect(await world.users.byId(guest.userId)).toMatchObject({ organizationId: id, organizationRole: 'READER' });
    value(await leave(guest));
    expect(await acceptAs(guest, token)).toEqual(NOT_FOUND);
  });

  it('is nothing to everybody else, alike', async () => {
    const { owner } = await cooperative();
    const login = newLogin();
    const { token } = value(await invite(owner, login));
    const guest = await world.trader(login);
    const { owner: another } = await cooperative();
    for (const viewer of [await world.trader(), another, owner, managerOf('92'), ADMINISTRATOR])
      expect(await acceptAs(viewer, token)).toEqual(NOT_FOUND);
    expect(await acceptAs(guest, `${token}x`)).toEqual(NOT_FOUND);
    world.clock.set('2026-06-22T03:00:00.000Z');
    expect(await acceptAs(guest, token)).toEqual(NOT_FOUND);
    world.clock.set('2026-06-22T02:59:59.999Z');
    expect((await acceptAs(guest, token)).ok).toBe(true);
    world.clock.set('2026-06-15T03:00:00.000Z');
  });

  it('is no way from one organization to another', async () => {
    const { owner } = await cooperative();
    const { owner: elsewhere } = await cooperative();
    const colleague = await join(elsewhere, 'TRADER');
    const { login } = (await world.users.byId(colleague.userId))!;
    const { token } = value(await invite(owner, login));
    expect(await acceptAs(colleague, token)).toEqual(NOT_FOUND);
    value(await leave(colleague));
    expect((await acceptAs({ ...colleague, organizationId: null, organizationRole: null }, token)).ok).toBe(true);
  });

  it('takes the place of an older one of the same login, and can be taken back', async () => {
    const { id, owner } = await cooperative();
    const login = newLogin();
    const guest = await world.trader(login);
    const first = value(await invite(owner, login, 'OWNER'));
    const second = value(await invite(owner, login, 'READER'));
    const open = () => world.people.invitationsTo(owner, id, { today: world.clock.today(), now: world.clock.now() });
    expect((await open())?.map((each) => each.id)).toEqual([second.id]);
    expect(await acceptAs(guest, first.token)).toEqual(NOT_FOUND);
    const colleague = await join(owner, 'TRADER');
    for (const other of [colleague, (await cooperative()).owner, await world.trader(), ADMINISTRATOR]) {
      expect(await withdraw(other, second.id)).toEqual(NOT_FOUND);
      expect(
        await world.people.invitationsTo(other, id, { today: world.clock.today(), now: world.clock.now() }),
      ).toBeNull();
    }
    for (const nothing of [randomUUID(), 'nothing', first.id])
      expect(await withdraw(owner, nothing)).toEqual(NOT_FOUND);
    expect(await withdraw(owner, second.id)).toEqual(DONE);
    expect(await acceptAs(guest, second.token)).toEqual(NOT_FOUND);
    expect(await open()).toEqual([]);
  });

  it('is made by owners, and for nobody who is there already', async () => {
    const { owner } = await cooperative();
    const [trader, reader] = [await join(owner, 'TRADER'), await join(owner, 'READER')];
    for (const viewer of [trader, reader, ADMINISTRATOR, managerOf('92')])
      expect(await invite(viewer, newLogin())).toEqual(FORBIDDEN);
    expect(await invite(await world.trader(), newLogin())).toEqual({
      ok: false,
      refusal: { code: 'INVALID_STATE', state: null },
    });
    const { login } = (await world.users.byId(reader.userId))!;
    expect(await invite(owner, login)).toEqual({
      ok: false,
      refusal: { code: 'INVALID_INPUT', field: 'login', rule: 'TAKEN' },
    });
  });

  it('is forgotten by the worker once it has run out', async () => {
    const { id, owner } = await cooperative();
    value(await invite(owner, 'over@people.vn'));
    value(await invite(owner, 'open@people.vn'));
    await world.database.query(sql`
      update identity.invitation set expires_at = clock_timestamp() + case login when 'over@people.vn' then -1 else 1 end * interval '1 hour'
      where organization_id = ${id}`);
    const worker = await Database.connect(urlOf('lienket_worker', world.config), 1, []);
    await new ForgetOld(worker, identityRetention).handle();
    await worker.close();
    const left = sql`select login from identity.invitation where organization_id = ${id}`;
    expect(await world.database.query(left)).toEqual([{ login: 'open@people.vn' }]);
  });
});

describe('what people may do', () => {
  it('is said by an owner; others are told NOT_FOUND or FORBIDDEN, by what they see', async () => {
    const { id, owner } = await cooperative();
    const [trader, reader] = [await join(owner, 'TRADER'), await join(owner, 'READER')];
    const { owner: stranger } = await cooperative();
    for (const act of [
      (by: Viewer) => setRole(by, reader, 'OWNER'),
      (by: Viewer) => remove(by, reader),
      (by: Viewer) => handOver(by, reader),
    ]) {
      for (const viewer of [trader, reader, managerOf('92'), managerOf(), ADMINISTRATOR])
        expect(await act(viewer)).toEqual(FORBIDDEN);
      for (const viewer of [stranger, await world.trader(), managerOf('80')])
        expect(await act(viewer)).toEqual(NOT_FOUND);
    }
    for (const userId of [randomUUID(), 'nobody', stranger.userId])
      for (const act of [setRole(owner, { userId }, 'READER'), remove(owner, { userId }), handOver(owner, { userId })])
        expect(await act).toEqual(NOT_FOUND);
    expect(value(await setRole(owner, { userId: reader.userId.toUpperCase() }, 'TRADER'))).toBe(reader.userId);
    expect(await rolesOf(id)).toEqual({
      [owner.userId]: 'OWNER',
      [trader.userId]: 'TRADER',
      [reader.userId]: 'TRADER',
    });
  });

  it('is judged by what they are now, not by what they were when the request began', async () => {
    const { id, owner } = await cooperative();
    const second = await join(owner, 'OWNER');
    value(await setRole(owner, second, 'READER'));
    expect(await setRole(second, owner, 'READER')).toEqual(FORBIDDEN);
    expect(await invite(second, newLogin())).toEqual(FORBIDDEN);
    value(await remove(owner, second));
    expect(await setRole(second, owner, 'READER')).toEqual(NOT_FOUND);
    expect(await leave(second)).toEqual({ ok: false, refusal: { code: 'INVALID_STATE', state: null } });
    expect(await rolesOf(id)).toEqual({ [owner.userId]: 'OWNER' });
  });

  it('is refused by the database, whatever the settings claim', async () => {
    const { id, owner } = await cooperative();
    const reader = await join(owner, 'READER');
    const { owner: stranger } = await cooperative();
    for (const forged of [
      { ...reader, organizationRole: 'OWNER' as const },
      { ...stranger, organizationId: id },
      { ...ADMINISTRATOR, organizationId: id, organizationRole: 'OWNER' as const },
    ])
      for (const act of [giveRole, (tx: Parameters<typeof letGo>[0], userId: string) => letGo(tx, userId)])
        await expect(
          world.run(forged, async (tx) => {
            await act(tx, owner.userId, 'READER');
            return { ok: true, value: true };
          }),
        ).rejects.toThrow('Only an owner');
    expect(await rolesOf(id)).toEqual({ [owner.userId]: 'OWNER', [reader.userId]: 'READER' });
  });

  it('is handed over to somebody else', async () => {
    const { id, owner } = await cooperative();
    const trader = await join(owner, 'TRADER');
    expect(await handOver(owner, owner)).toEqual({
      ok: false,
      refusal: { code: 'INVALID_INPUT', field: 'userId', rule: 'MISMATCH' },
    });
    expect(value(await handOver(owner, trader))).toBe(trader.userId);
    expect(await rolesOf(id)).toEqual({ [owner.userId]: 'TRADER', [trader.userId]: 'OWNER' });
    expect(await handOver(owner, trader)).toEqual(FORBIDDEN);
  });
});

describe('coming and going', () => {
  it('ends the sessions of who is removed, and leaves the account', async () => {
    const { id, owner } = await cooperative();
    const login = newLogin();
    const guest = await world.trader(login);
    const sessions = [1, 2].map(() => world.signIn.execute('10.4.0.1', { login, password: PASSWORD }));
    const tokens = (await Promise.all(sessions)).map((session) => value(session).token);
    value(await acceptAs(guest, value(await invite(owner, login)).token));
    for (const token of tokens)
      expect(await world.viewers.byToken(token, world.clock.now())).toMatchObject({ organizationId: id });
    expect(await remove(owner, guest)).toEqual(DONE);
    for (const token of tokens) expect(await world.viewers.byToken(token, world.clock.now())).toBeNull();
    const { token } = value(await world.signIn.execute('10.4.0.1', { login, password: PASSWORD }));
    expect(await world.viewers.byToken(token, world.clock.now())).toEqual(guest);
  });

  it('keeps an owner as long as there are people', async () => {
    const { id, owner } = await cooperative();
    const reader = await join(owner, 'READER');
    expect(await leave(owner)).toEqual(LAST_OWNER);
    expect(await setRole(owner, owner, 'TRADER')).toEqual(LAST_OWNER);
    expect(await remove(owner, owner)).toMatchObject({ refusal: { code: 'INVALID_INPUT', field: 'userId' } });
    expect(await leave(reader)).toEqual(DONE);
    const { token } = value(await invite(owner, 'left-over@people.vn'));
    expect(await leave(owner)).toEqual(DONE);
    expect(await rolesOf(id)).toEqual({});
    expect(await acceptAs(await world.trader('left-over@people.vn'), token)).toEqual(NOT_FOUND);
    const claimant = await world.trader();
    await world.run(ADMINISTRATOR, (tx) => world.setStatus.execute(tx, ADMINISTRATOR, { id, status: 'ACTIVE' }));
    expect((await world.run(claimant, (tx) => world.claim.execute(tx, claimant, { organizationId: id }))).ok).toBe(
      true,
    );
    for (const manager of [ADMINISTRATOR, managerOf('92')]) expect(await leave(manager)).toEqual(FORBIDDEN);
  });

  it.each([
    ['leave', (one: Viewer) => leave(one)],
    ['give each other less', (one: Viewer, other: Viewer) => setRole(one, other, 'READER')],
    ['give themselves less', (one: Viewer) => setRole(one, one, 'READER')],
    ['remove each other', (one: Viewer, other: Viewer) => remove(one, other)],
    ['hand over to the same person', (one: Viewer, _: Viewer, reader: Viewer) => handOver(one, reader)],
  ])(
    'keeps an owner when the last two %s at the same time',
    async (what, act) => {
      const { id, owner } = await cooperative();
      const [second, reader] = [await join(owner, 'OWNER'), await join(owner, 'READER')];
      let refused = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        await put(id, { [owner.userId]: 'OWNER', [second.userId]: 'OWNER', [reader.userId]: 'READER' });
        const outcomes = await Promise.all([act(owner, second, reader), act(second, owner, reader)]);
        expect(Object.values(await rolesOf(id))).toContain('OWNER');
        refused += outcomes.filter(({ ok }) => !ok).length;
      }
      console.info(`${what}: ${String(ROUNDS)} rounds, ${String(refused)} refused, never without an owner`);
    },
    60_000,
  );

  it('lets nobody in while the last person leaves', async () => {
    const { id, owner } = await cooperative();
    const login = newLogin();
    const guest = await world.trader(login);
    let came = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      await world.database.query(sql`
        update identity.app_user set organization_id = null, organization_role = null where id = ${guest.userId}`);
      await put(id, { [owner.userId]: 'OWNER' });
      const { token } = value(await invite(owner, login, 'READER'));
      const [left, accepted] = await Promise.all([leave(owner), acceptAs(guest, token)]);
      const roles = await rolesOf(id);
      expect(left.ok).toBe(!accepted.ok);
      expect(roles).toEqual(accepted.ok ? { [owner.userId]: 'OWNER', [guest.userId]: 'READER' } : {});
      if (accepted.ok) came += 1;
    }
    console.info(`${String(ROUNDS)} rounds, ${String(came)} came first`);
  }, 60_000);
});

describe('the people of organizations', () => {
  it('are seen by each other, by who manages the province and by administrators, in pages', async () => {
    const { id, owner } = await cooperative();
    const people = [owner, await join(owner, 'TRADER'), await join(owner, 'READER')];
    const { id: other, owner: stranger } = await cooperative();
    const today = world.clock.today();
    const all = async (viewer: Viewer, first = 10, after: string[] | null = null) => {
      const pages = await world.people.peopleOf(viewer, [id, other], { first, after }, today);
      return pages.get(id)!;
    };
    const expected = people.map(({ userId }) => userId).sort();
    for (const viewer of [...people, managerOf('92'), managerOf(), ADMINISTRATOR]) {
      expect((await all(viewer)).rows.map((person) => person.id).sort()).toEqual(expected);
      expect((await world.people.countPeople(viewer, [id, other], today)).get(id)).toBe(3);
    }
    for (const viewer of [stranger, await world.trader(), managerOf('80')]) {
      expect((await all(viewer)).rows).toEqual([]);
      expect((await world.people.countPeople(viewer, [id], today)).get(id)).toBeUndefined();
    }
    const first = await all(owner, 2);
    const rest = await all(owner, 2, [first.rows[1]!.login]);
    expect([first.hasNextPage, rest.hasNextPage]).toEqual([true, false]);
    const logins = [...first.rows, ...rest.rows].map(({ login }) => login);
    expect(logins).toEqual([...logins].sort());
    expect(new Set(logins).size).toBe(3);
    expect(await world.people.colleague(owner, stranger.userId, today)).toBeNull();
    expect(await world.people.colleague(owner, people[2]!.userId, today)).toMatchObject({ organizationRole: 'READER' });
  });
});
