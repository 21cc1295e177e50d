import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import type { Refusal } from '@lienket/platform';
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
import type { OrganizationChanges } from './update-organization.js';

let world: RegistryWorld;
beforeAll(async () => {
  world = await createRegistryWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set('2026-06-15T03:00:00.000Z');
  await world.announced();
});

describe('updating an organization', () => {
  const update = (viewer: Viewer, id: string, changes: OrganizationChanges, effectiveOn?: string) =>
    world.run(viewer, (tx) => world.update.execute(tx, viewer, { id, changes, effectiveOn: effectiveOn ?? null }));

  it('clears what is null, keeps what is left out, and keeps names in NFC', async () => {
    const { id, trader } = await world.ownOrganization({
      commune: 'Xã A',
      memberCount: 12,
      latitude: 10.123456,
      longitude: 105.5,
    });
    expect(
      refusal(
        await update(trader, id, {
          name: 'Hợp tác xã Mới'.normalize('NFD'),
          commune: null,
          latitude: 10.2,
          chainRoles: [],
        }),
      ),
    ).toBe('accepted');
    expect(await world.see(trader, id)).toMatchObject({
      name: 'Hợp tác xã Mới'.normalize('NFC'),
      commune: null,
      memberCount: 12,
      location: { latitude: 10.2, longitude: 105.5 },
      chainRoles: ['PRODUCER'],
    });
    expect(refusal(await update(trader, id, { latitude: null, longitude: null }))).toBe('accepted');
    expect((await world.see(trader, id))?.location).toBeNull();
  });

  it('moves it to another province from a day on, in the past or the future', async () => {
    const id = await world.organization();
    world.clock.set('2026-08-01T03:00:00.000Z');
    expect(refusal(await update(ADMINISTRATOR, id, { provinceCode: HANOI, agricultural: false }, '2026-07-01'))).toBe(
      'accepted',
    );
    expect(refusal(await update(ADMINISTRATOR, id, { provinceCode: CANTHO }, '2026-12-01'))).toBe('accepted');
    expect(await world.stretches(id)).toEqual([
      '[2026-06-15,2026-07-01) ACTIVE 92 t',
      '[2026-07-01,2026-12-01) ACTIVE 01 f',
      '[2026-12-01,) ACTIVE 92 f',
    ]);
  });

  it('puts a cooperative into a union and out of it, and announces both sides', async () => {
    const [id, first, second] = [
      await world.organization(),
      await world.organization({ kind: 'COOPERATIVE_UNION' }),
      await world.organization({ kind: 'COOPERATIVE_UNION' }),
    ];
    await world.announced();
    await update(ADMINISTRATOR, id, { memberOfId: first.toUpperCase() });
    expect(await world.announced()).toEqual([id, first].sort());
    await update(ADMINISTRATOR, id, { memberOfId: second });
    expect(await world.announced()).toEqual([id, first, second].sort());
    expect(
      await world.organizations.unionsOf([
        { id, day: '2026-06-15' },
        { id, day: '2026-06-14' },
      ]),
    ).toEqual([second, null]);
    await update(ADMINISTRATOR, id, { memberOfId: null });
    expect(await world.organizations.unionsOf([{ id, day: '2026-06-15' }])).toEqual([null]);
    await update(ADMINISTRATOR, id, { name: 'Hợp tác xã đổi tên' });
    expect(await world.announced()).toEqual([id, second].sort());
  });

  it.each<[string, OrganizationChanges, string | undefined, Refusal]>([
    ['province', { provinceCode: HANOI }, undefined, { code: 'FORBIDDEN', field: 'input.provinceCode' }],
    ['kind of production', { agricultural: false }, undefined, { code: 'FORBIDDEN', field: 'input.agricultural' }],
    ['membership', { memberOfId: null }, undefined, { code: 'FORBIDDEN', field: 'input.memberOfId' }],
    ['past', { name: 'x' }, '2026-06-14', { code: 'FORBIDDEN', field: 'effectiveOn' }],
  ])('forbids its trader to change its %s', async (_, changes, day, refused) => {
    const { id, trader } = await world.ownOrganization();
    expect(refusal(await update(trader, id, changes, day))).toEqual(refused);
  });

  it('is refused to others, and to all where it is not seen', async () => {
    const id = await world.organization();
    const { id: pending } = await world.ownOrganization();
    const stranger = await world.trader();
    expect(refusal(await update(stranger, id, { name: 'x' }))).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(await update(managerOf(HANOI), id, { name: 'x' }))).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(await update(stranger, pending, { name: 'x' }))).toEqual({ code: 'NOT_FOUND' });
    expect(refusal(await update(ADMINISTRATOR, NOBODY, { name: 'x' }))).toEqual({ code: 'NOT_FOUND' });
  });

  it('refuses what does not fit together', async () => {
    const id = await world.organization();
    const union = await world.organization({ kind: 'COOPERATIVE_UNION' });
    const group = await world.organization({ kind: 'COOPERATIVE_GROUP' });
    const cases: [string, OrganizationChanges, Refusal, string?][] = [
      [id, { provinceCode: 'XX' }, { code: 'INVALID_INPUT', field: 'input.provinceCode', rule: 'UNKNOWN' }],
      [id, { latitude: 10 }, { code: 'INVALID_INPUT', field: 'input.longitude', rule: 'MISMATCH' }],
      [id, { memberOfId: NOBODY }, { code: 'INVALID_INPUT', field: 'input.memberOfId', rule: 'UNKNOWN' }],
      [id, { memberOfId: 'x' }, { code: 'INVALID_INPUT', field: 'input.memberOfId', rule: 'UNKNOWN' }],
      [id, { memberOfId: group }, { code: 'INVALID_INPUT', field: 'input.memberOfId', rule: 'MISMATCH' }],
      [id, { memberOfId: id }, { code: 'INVALID_INPUT', field: 'input.memberOfId', rule: 'MISMATCH' }],
      [group, { memberOfId: union }, { code: 'INVALID_INPUT', field: 'input.memberOfId', rule: 'MISMATCH' }],
      [id, { agricultural: false }, { code: 'INVALID_STATE', state: null }, '2026-06-14'],
    ];
    for (const [named, changes, refused, day] of cases)
      expect(refusal(await update(ADMINISTRATOR, named, changes, day))).toEqual(refused);
  });
});
