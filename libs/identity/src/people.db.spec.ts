import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { inShortOrLong } from '../../../test/support/fault-counts.js';
import { DONE, FORBIDDEN, NOT_FOUND, PeopleDesk, value } from '../../../test/support/people-desk.js';
import { ADMINISTRATOR, managerOf } from '../../../test/support/registry-world.js';
import { giveRole, letGo } from './people.store.js';
import type { OrganizationRole, Viewer } from './viewer.js';

const PASSWORD = 'a long enough password';
const ROUNDS = inShortOrLong(8, 100);
const LAST_OWNER = { ok: false, refusal: { code: 'INVALID_STATE', state: 'LAST_OWNER' } };

let desk: PeopleDesk;
let world: PeopleDesk['world'];

beforeAll(async () => {
  desk = await PeopleDesk.open();
  ({ world } = desk);
});
afterAll(() => world.close());

/** Puts people into an organization, as the owner of the tables. */
async function put(id: string, roles: Readonly<Record<string, OrganizationRole>>): Promise<void> {
  for (const [userId, role] of Object.entries(roles))
    await world.database.query(sql`
      update identity.app_user set organization_id = ${id}, organization_role = ${role} where id = ${userId}`);
}

describe('what people may do', () => {
  it('is said by an owner; others are told NOT_FOUND or FORBIDDEN, by what they see', async () => {
    const { id, owner } = await desk.cooperative();
    const [trader, reader] = [await desk.join(owner, 'TRADER'), await desk.join(owner, 'READER')];
    const { owner: stranger } = await desk.cooperative();
    for (const act of [
      (by: Viewer) => desk.setRole(by, reader, 'OWNER'),
      (by: Viewer) => desk.remove(by, reader),
      (by: Viewer) => desk.handOver(by, reader),
    ]) {
      for (const viewer of [trader, reader, managerOf('92'), managerOf(), ADMINISTRATOR])
        expect(await act(viewer)).toEqual(FORBIDDEN);
      for (const viewer of [stranger, await world.trader(), managerOf('80')])
        expect(await act(viewer)).toEqual(NOT_FOUND);
    }
    for (const userId of [randomUUID(), 'nobody', stranger.userId])
      for (const act of [
        desk.setRole(owner, { userId }, 'READER'),
        desk.remove(owner, { userId }),
        desk.handOver(owner, { userId }),
      ])
        expect(await act).toEqual(NOT_FOUND);
    expect(value(await desk.setRole(owner, { userId: reader.userId.toUpperCase() }, 'TRADER'))).toBe(reader.userId);
    expect(await desk.rolesOf(id)).toEqual({
      [owner.userId]: 'OWNER',
      [trader.userId]: 'TRADER',
      [reader.userId]: 'TRADER',
    });
  });

  it('is judged by what they are now, not by what they were when the request began', async () => {
    const { id, owner } = await desk.cooperative();
    const second = await desk.join(owner, 'OWNER');
    value(await desk.setRole(owner, second, 'READER'));
    expect(await desk.setRole(second, owner, 'READER')).toEqual(FORBIDDEN);
    expect(await desk.invite(second, desk.newLogin())).toEqual(FORBIDDEN);
    value(await desk.remove(owner, second));
    expect(await desk.setRole(second, owner, 'READER')).toEqual(NOT_FOUND);
    expect(await desk.leave(second)).toEqual({ ok: false, refusal: { code: 'INVALID_STATE', state: null } });
    expect(await desk.rolesOf(id)).toEqual({ [owner.userId]: 'OWNER' });
  });

  it('is refused by the database, whatever the settings claim', async () => {
    const { id, owner } = await desk.cooperative();
    const reader = await desk.join(owner, 'READER');
    const { owner: stranger } = await desk.cooperative();
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
    expect(await desk.rolesOf(id)).toEqual({ [owner.userId]: 'OWNER', [reader.userId]: 'READER' });
  });

  it('is handed over to somebody else', async () => {
    const { id, owner } = await desk.cooperative();
    const trader = await desk.join(owner, 'TRADER');
    expect(await desk.handOver(owner, owner)).toEqual({
      ok: false,
      refusal: { code: 'INVALID_INPUT', field: 'userId', rule: 'MISMATCH' },
    });
    expect(value(await desk.handOver(owner, trader))).toBe(trader.userId);
    expect(await desk.rolesOf(id)).toEqual({ [owner.userId]: 'TRADER', [trader.userId]: 'OWNER' });
    expect(await desk.handOver(owner, trader)).toEqual(FORBIDDEN);
  });
});

describe('coming and going', () => {
  it('ends the sessions of who is removed, and leaves the account', async () => {
    const { id, owner } = await desk.cooperative();
    const login = desk.newLogin();
    const guest = await world.trader(login);
    const sessions = [1, 2].map(() => world.signIn.execute('10.4.0.1', { login, password: PASSWORD }));
    const tokens = (await Promise.all(sessions)).map((session) => value(session).token);
    value(await desk.acceptAs(guest, value(await desk.invite(owner, login)).token));
    for (const token of tokens)
      expect(await world.viewers.byToken(token, world.clock.now())).toMatchObject({ organizationId: id });
    expect(await desk.remove(owner, guest)).toEqual(DONE);
    for (const token of tokens) expect(await world.viewers.byToken(token, world.clock.now())).toBeNull();
    const { token } = value(await world.signIn.execute('10.4.0.1', { login, password: PASSWORD }));
    expect(await world.viewers.byToken(token, world.clock.now())).toEqual(guest);
  });

  it('keeps an owner as long as there are people', async () => {
    const { id, owner } = await desk.cooperative();
    const reader = await desk.join(owner, 'READER');
    expect(await desk.leave(owner)).toEqual(LAST_OWNER);
    expect(await desk.setRole(owner, owner, 'TRADER')).toEqual(LAST_OWNER);
    expect(await desk.remove(owner, owner)).toMatchObject({ refusal: { code: 'INVALID_INPUT', field: 'userId' } });
    expect(await desk.leave(reader)).toEqual(DONE);
    const { token } = value(await desk.invite(owner, 'left-over@people.vn'));
    expect(await desk.leave(owner)).toEqual(DONE);
    expect(await desk.rolesOf(id)).toEqual({});
    expect(await desk.acceptAs(await world.trader('left-over@people.vn'), token)).toEqual(NOT_FOUND);
    const claimant = await world.trader();
    await world.run(ADMINISTRATOR, (tx) => world.setStatus.execute(tx, ADMINISTRATOR, { id, status: 'ACTIVE' }));
    expect((await world.run(claimant, (tx) => world.claim.execute(tx, claimant, { organizationId: id }))).ok).toBe(
      true,
    );
    for (const manager of [ADMINISTRATOR, managerOf('92')]) expect(await desk.leave(manager)).toEqual(FORBIDDEN);
  });

  it.each([
    ['leave', (one: Viewer) => desk.leave(one)],
    ['give each other less', (one: Viewer, other: Viewer) => desk.setRole(one, other, 'READER')],
    ['give themselves less', (one: Viewer) => desk.setRole(one, one, 'READER')],
    ['remove each other', (one: Viewer, other: Viewer) => desk.remove(one, other)],
    ['hand over to the same person', (one: Viewer, _: Viewer, reader: Viewer) => desk.handOver(one, reader)],
  ])('keeps an owner when the last two %s at the same time', async (what, act) => {
    const { id, owner } = await desk.cooperative();
    const [second, reader] = [await desk.join(owner, 'OWNER'), await desk.join(owner, 'READER')];
    let refused = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      await put(id, { [owner.userId]: 'OWNER', [second.userId]: 'OWNER', [reader.userId]: 'READER' });
      const outcomes = await Promise.all([act(owner, second, reader), act(second, owner, reader)]);
      expect(Object.values(await desk.rolesOf(id))).toContain('OWNER');
      refused += outcomes.filter(({ ok }) => !ok).length;
    }
    console.info(`${what}: ${String(ROUNDS)} rounds, ${String(refused)} refused, never without an owner`);
  });

  it('lets nobody in while the last person leaves', async () => {
    const { id, owner } = await desk.cooperative();
    const login = desk.newLogin();
    const guest = await world.trader(login);
    let came = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      await world.database.query(sql`
        update identity.app_user set organization_id = null, organization_role = null where id = ${guest.userId}`);
      await put(id, { [owner.userId]: 'OWNER' });
      const { token } = value(await desk.invite(owner, login, 'READER'));
      const [left, accepted] = await Promise.all([desk.leave(owner), desk.acceptAs(guest, token)]);
      const roles = await desk.rolesOf(id);
      expect(left.ok).toBe(!accepted.ok);
      expect(roles).toEqual(accepted.ok ? { [owner.userId]: 'OWNER', [guest.userId]: 'READER' } : {});
      if (accepted.ok) came += 1;
    }
    console.info(`${String(ROUNDS)} rounds, ${String(came)} came first`);
  });
});

describe('the people of organizations', () => {
  it('are seen by each other, by who manages the province and by administrators, in pages', async () => {
    const { id, owner } = await desk.cooperative();
    const people = [owner, await desk.join(owner, 'TRADER'), await desk.join(owner, 'READER')];
    const { id: other, owner: stranger } = await desk.cooperative();
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
