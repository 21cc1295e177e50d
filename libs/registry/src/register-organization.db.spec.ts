import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import type { Refusal } from '@lienket/platform';
import {
  ADMINISTRATOR,
  CANTHO,
  createRegistryWorld,
  HANOI,
  managerOf,
  refusal,
  type RegistryWorld,
} from '../../../test/support/registry-world.js';
import type { OrganizationContent } from './register-organization.js';

const cooperative: OrganizationContent = {
  kind: 'COOPERATIVE',
  name: 'Hợp tác xã Tân Phú',
  provinceCode: CANTHO,
  chainRoles: ['PRODUCER'],
};

let world: RegistryWorld;
beforeAll(async () => {
  world = await createRegistryWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set('2026-06-15T03:00:00.000Z');
  await world.announced();
});

describe('registering an organization', () => {
  const register = (viewer: Viewer, content: Partial<OrganizationContent>) =>
    world.run(viewer, (tx) => world.register.execute(tx, viewer, { ...cooperative, ...content }));

  it('by a trader leaves it pending, and the caller becomes its trader', async () => {
    const trader = await world.trader('me@htx.vn');
    const registered = await register(trader, { taxCode: '1800000001', contactName: 'Bà Năm', agricultural: false });
    if (!registered.ok) throw new Error('refused');
    expect((await world.users.byId(trader.userId))?.organizationId).toBe(registered.value);
    expect(
      await world.see({ ...trader, organizationId: registered.value, organizationRole: 'OWNER' }, registered.value),
    ).toMatchObject({
      status: 'PENDING',
      taxCode: '1800000001',
      agricultural: false,
      highTech: false,
      contact: { name: 'Bà Năm', phone: null, email: 'me@htx.vn' },
    });
    expect(await world.see(await world.trader(), registered.value)).toBeNull();
    expect(await world.announced()).toEqual([registered.value]);
  });

  it('by a manager makes it active at once, without users', async () => {
    const id = await world.organization({ taxCode: '1800000002' }, managerOf(CANTHO));
    expect(await world.see(await world.trader(), id)).toMatchObject({ status: 'ACTIVE', taxCode: null, contact: null });
  });

  it.each<[string, () => Viewer, Partial<OrganizationContent>, Refusal]>([
    ['another province', () => managerOf(HANOI), {}, { code: 'FORBIDDEN' }],
    [
      'an unknown province',
      () => ADMINISTRATOR,
      { provinceCode: 'XX' },
      { code: 'INVALID_INPUT', field: 'input.provinceCode', rule: 'UNKNOWN' },
    ],
    [
      'a former province',
      () => ADMINISTRATOR,
      { provinceCode: '94' },
      { code: 'INVALID_INPUT', field: 'input.provinceCode', rule: 'UNKNOWN' },
    ],
    [
      'a latitude alone',
      () => ADMINISTRATOR,
      { latitude: 10 },
      { code: 'INVALID_INPUT', field: 'input.longitude', rule: 'MISMATCH' },
    ],
    [
      'a longitude alone',
      () => ADMINISTRATOR,
      { longitude: 105 },
      { code: 'INVALID_INPUT', field: 'input.latitude', rule: 'MISMATCH' },
    ],
    [
      'a taken tax code',
      () => ADMINISTRATOR,
      { taxCode: '1800000002' },
      { code: 'INVALID_INPUT', field: 'input.taxCode', rule: 'TAKEN' },
    ],
  ])('is refused with %s', async (_, viewer, content, refused) => {
    expect(refusal(await register(viewer(), content))).toEqual(refused);
    expect(await world.announced()).toEqual([]);
  });

  it('is refused to a trader who has one, and to all but one of the same trader’s attempts at once', async () => {
    const { trader } = await world.ownOrganization();
    expect(refusal(await register(trader, {}))).toEqual({ code: 'INVALID_STATE', state: 'PENDING' });
    const another = await world.trader();
    const outcomes = await Promise.all([1, 2, 3].map(() => register(another, {})));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
