import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import {
  ADMINISTRATOR,
  CANTHO,
  createRegistryWorld,
  HANOI,
  managerOf,
  NOBODY,
  refusal,
  type RegistryWorld,
} from '../../../test/support/registry-world.js';

let world: RegistryWorld;
beforeAll(async () => {
  world = await createRegistryWorld();
});
afterAll(() => world.close());

const claim = (viewer: Viewer, organizationId: string) =>
  world.run(viewer, (tx) => world.claim.execute(tx, viewer, { organizationId }));
const approve = (viewer: Viewer, organizationId: string, login: string) =>
  world.run(viewer, (tx) => world.approve.execute(tx, viewer, { organizationId, login }));
const refuse = (viewer: Viewer, organizationId: string, login: string) =>
  world.run(viewer, (tx) => world.refuse.execute(tx, viewer, { organizationId, login }));
const waiting = async () => {
  const page = await world.claims.waiting(managerOf(CANTHO), world.clock.today(), { first: 100, after: null });
  return page.ok ? page.value.rows.map(({ login }) => login) : [];
};

it('a claim is granted by a manager of its province, once', async () => {
  const id = await world.organization();
  const [first, second] = [await world.trader('claim1@test.vn'), await world.trader('claim2@test.vn')];
  for (const trader of [first, first, second]) expect(refusal(await claim(trader, id))).toBe('accepted');
  expect(refusal(await approve(managerOf(CANTHO), id, 'CLAIM1@test.vn'))).toBe('accepted');
  expect((await world.users.byId(first.userId))?.organizationId).toBe(id);
  expect((await world.see({ ...first, organizationId: id, organizationRole: 'OWNER' }, id))?.contact?.email).toBe(
    'claim1@test.vn',
  );
  for (const login of ['claim1@test.vn', 'claim2@test.vn'])
    expect(refusal(await approve(managerOf(CANTHO), id, login))).toEqual({ code: 'INVALID_STATE', state: 'ACTIVE' });
});

it('a claim that is refused waits no longer, until it is made anew; and the manager may still change their mind', async () => {
  const id = await world.organization();
  const [someone, other] = [await world.trader('someone@test.vn'), await world.trader('other@test.vn')];
  for (const trader of [someone, other]) await claim(trader, id);
  const manager = managerOf(CANTHO);
  expect(refusal(await refuse(manager, id, 'SOMEONE@test.vn'))).toBe('accepted');
  expect(await waiting()).toEqual(['other@test.vn']);
  expect((await world.users.byId(someone.userId))?.organizationId).toBeNull();

  await claim(someone, id);
  expect(await waiting()).toEqual(expect.arrayContaining(['someone@test.vn', 'other@test.vn']));
  expect(refusal(await refuse(manager, id, 'someone@test.vn'))).toBe('accepted');
  expect(refusal(await approve(manager, id, 'someone@test.vn'))).toBe('accepted');
  expect((await world.users.byId(someone.userId))?.organizationId).toBe(id);
});

it('nobody is refused who doesn’t wait, or by who may not grant it', async () => {
  const id = await world.organization();
  const someone = await world.trader('waits@test.vn');
  await world.trader('waits-not@test.vn');
  await claim(someone, id);
  expect(refusal(await refuse(managerOf(HANOI), id, 'waits@test.vn'))).toEqual({ code: 'FORBIDDEN' });
  expect(refusal(await refuse(someone, id, 'waits@test.vn'))).toEqual({ code: 'FORBIDDEN' });
  expect(refusal(await refuse(ADMINISTRATOR, NOBODY, 'waits@test.vn'))).toEqual({ code: 'NOT_FOUND' });
  expect(await waiting()).toContain('waits@test.vn');
  expect(refusal(await refuse(ADMINISTRATOR, id, 'waits@test.vn'))).toBe('accepted');
  for (const login of ['waits@test.vn', 'waits-not@test.vn', 'nobody@test.vn', 'nonsense'])
    expect(refusal(await refuse(ADMINISTRATOR, id, login))).toEqual({
      code: 'INVALID_INPUT',
      field: 'login',
      rule: 'UNKNOWN',
    });
});

it('a claim or its approval is refused', async () => {
  const id = await world.organization();
  const { id: owned, trader } = await world.ownOrganization();
  await world.run(ADMINISTRATOR, (tx) => world.setStatus.execute(tx, ADMINISTRATOR, { id: owned, status: 'ACTIVE' }));
  const stranger = await world.trader('stranger@test.vn');
  expect(refusal(await claim(stranger, NOBODY))).toEqual({ code: 'NOT_FOUND' });
  expect(refusal(await claim(ADMINISTRATOR, id))).toEqual({ code: 'FORBIDDEN' });
  expect(refusal(await claim(stranger, owned))).toEqual({ code: 'INVALID_STATE', state: 'ACTIVE' });
  expect(refusal(await claim(trader, id))).toEqual({ code: 'INVALID_STATE', state: 'ACTIVE' });
  expect(refusal(await approve(managerOf(HANOI), id, 'stranger@test.vn'))).toEqual({ code: 'FORBIDDEN' });
  expect(refusal(await approve(stranger, id, 'stranger@test.vn'))).toEqual({ code: 'FORBIDDEN' });
  expect(refusal(await approve(ADMINISTRATOR, 'x', 'stranger@test.vn'))).toEqual({ code: 'NOT_FOUND' });
  for (const login of ['stranger@test.vn', 'nobody@test.vn', 'nonsense'])
    expect(refusal(await approve(ADMINISTRATOR, id, login))).toEqual({
      code: 'INVALID_INPUT',
      field: 'login',
      rule: 'UNKNOWN',
    });
});
