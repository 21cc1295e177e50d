import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, ForgetOld, urlOf } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { DONE, FORBIDDEN, NOT_FOUND, PeopleDesk, value } from '../../../test/support/people-desk.js';
import { ADMINISTRATOR, managerOf } from '../../../test/support/registry-world.js';
import { identityRetention } from './identity-retention.js';

let desk: PeopleDesk;
let world: PeopleDesk['world'];

beforeAll(async () => {
  desk = await PeopleDesk.open();
  ({ world } = desk);
});
afterAll(() => world.close());

describe('an invitation', () => {
  it('makes the person invited one of the people, once, and is kept only as a digest', async () => {
    const { id, owner } = await desk.cooperative();
    const guest = await world.trader('guest@people.vn');
    const { token, ...open } = value(await desk.invite(owner, ' Guest@People.vn', 'READER'));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(open).toMatchObject({ login: 'guest@people.vn', role: 'READER' });
    expect(open.expiresAt.getTime() - open.createdAt.getTime()).toBe(7 * 86_400_000);
    const kept = await world.database.query<{ text: string }>(sql`select i::text as text from identity.invitation i`);
    expect(kept.some(({ text }) => text.includes(token))).toBe(false);
    expect(value(await desk.acceptAs(guest, token))).toBe(guest.userId);
    expect((await desk.rolesOf(id))[guest.userId]).toBe('READER');
    expect(await world.users.byId(guest.userId)).toMatchObject({ organizationId: id, organizationRole: 'READER' });
    value(await desk.leave(guest));
    expect(await desk.acceptAs(guest, token)).toEqual(NOT_FOUND);
  });

  it('is nothing to everybody else, alike', async () => {
    const { owner } = await desk.cooperative();
    const login = desk.newLogin();
    const { token } = value(await desk.invite(owner, login));
    const guest = await world.trader(login);
    const { owner: another } = await desk.cooperative();
    for (const viewer of [await world.trader(), another, owner, managerOf('92'), ADMINISTRATOR])
      expect(await desk.acceptAs(viewer, token)).toEqual(NOT_FOUND);
    expect(await desk.acceptAs(guest, `${token}x`)).toEqual(NOT_FOUND);
    world.clock.set('2026-06-22T03:00:00.000Z');
    expect(await desk.acceptAs(guest, token)).toEqual(NOT_FOUND);
    world.clock.set('2026-06-22T02:59:59.999Z');
    expect((await desk.acceptAs(guest, token)).ok).toBe(true);
    world.clock.set('2026-06-15T03:00:00.000Z');
  });

  it('is no way from one organization to another', async () => {
    const { owner } = await desk.cooperative();
    const { owner: elsewhere } = await desk.cooperative();
    const colleague = await desk.join(elsewhere, 'TRADER');
    const { login } = (await world.users.byId(colleague.userId))!;
    const { token } = value(await desk.invite(owner, login));
    expect(await desk.acceptAs(colleague, token)).toEqual(NOT_FOUND);
    value(await desk.leave(colleague));
    expect((await desk.acceptAs({ ...colleague, organizationId: null, organizationRole: null }, token)).ok).toBe(true);
  });

  it('takes the place of an older one of the same login, and can be taken back', async () => {
    const { id, owner } = await desk.cooperative();
    const login = desk.newLogin();
    const guest = await world.trader(login);
    const first = value(await desk.invite(owner, login, 'OWNER'));
    const second = value(await desk.invite(owner, login, 'READER'));
    const open = () => world.people.invitationsTo(owner, id, { today: world.clock.today(), now: world.clock.now() });
    expect((await open())?.map((each) => each.id)).toEqual([second.id]);
    expect(await desk.acceptAs(guest, first.token)).toEqual(NOT_FOUND);
    const colleague = await desk.join(owner, 'TRADER');
    for (const other of [colleague, (await desk.cooperative()).owner, await world.trader(), ADMINISTRATOR]) {
      expect(await desk.withdraw(other, second.id)).toEqual(NOT_FOUND);
      expect(
        await world.people.invitationsTo(other, id, { today: world.clock.today(), now: world.clock.now() }),
      ).toBeNull();
    }
    for (const nothing of [randomUUID(), 'nothing', first.id])
      expect(await desk.withdraw(owner, nothing)).toEqual(NOT_FOUND);
    expect(await desk.withdraw(owner, second.id)).toEqual(DONE);
    expect(await desk.acceptAs(guest, second.token)).toEqual(NOT_FOUND);
    expect(await open()).toEqual([]);
  });

  it('is made by owners, and for nobody who is there already', async () => {
    const { owner } = await desk.cooperative();
    const [trader, reader] = [await desk.join(owner, 'TRADER'), await desk.join(owner, 'READER')];
    for (const viewer of [trader, reader, ADMINISTRATOR, managerOf('92')])
      expect(await desk.invite(viewer, desk.newLogin())).toEqual(FORBIDDEN);
    expect(await desk.invite(await world.trader(), desk.newLogin())).toEqual({
      ok: false,
      refusal: { code: 'INVALID_STATE', state: null },
    });
    const { login } = (await world.users.byId(reader.userId))!;
    expect(await desk.invite(owner, login)).toEqual({
      ok: false,
      refusal: { code: 'INVALID_INPUT', field: 'login', rule: 'TAKEN' },
    });
  });

  it('is forgotten by the worker once it has run out', async () => {
    const { id, owner } = await desk.cooperative();
    value(await desk.invite(owner, 'over@people.vn'));
    value(await desk.invite(owner, 'open@people.vn'));
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
