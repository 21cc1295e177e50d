import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import type { Refusal, Result } from '@lienket/platform';
import sql from 'sql-template-tag';
import {
  ADMINISTRATOR,
  createRegistryWorld,
  managerOf,
  type RegistryWorld,
} from '../../../test/support/registry-world.js';
import type { OrganizationContent } from './register-organization.js';
import type { OrganizationChanges } from './update-organization.js';

const CANTHO = '92';
const HANOI = '01';
const NOBODY = '00000000-0000-7000-8000-ffffffffffff';
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

const refusal = <T>(result: Result<T>): Refusal | 'accepted' => (result.ok ? 'accepted' : result.refusal);
const see = async (viewer: Viewer, id: string) =>
  (await world.organizations.organizationsById(viewer, [id], world.clock.today()))[0] ?? null;
const stretches = async (id: string) =>
  (
    await world.database.query<{ line: string }>(sql`
    select concat_ws(' ', valid, status, province_code, agricultural, union_id) as line
    from registry.organization_profile where organization_id = ${id} order by lower(valid)`)
  ).map(({ line }) => line);

describe('registering an organization', () => {
  const register = (viewer: Viewer, content: Partial<OrganizationContent>) =>
    world.run(viewer, (tx) => world.register.execute(tx, viewer, { ...cooperative, ...content }));

  it('by a trader leaves it pending, and the caller becomes its trader', async () => {
    const trader = await world.trader('me@htx.vn');
    const registered = await register(trader, { taxCode: '1800000001', contactName: 'Bà Năm', agricultural: false });
    if (!registered.ok) throw new Error('refused');
    expect((await world.users.byId(trader.userId))?.organizationId).toBe(registered.value);
    expect(
      await see({ ...trader, organizationId: registered.value, organizationRole: 'OWNER' }, registered.value),
    ).toMatchObject({
      status: 'PENDING',
      taxCode: '1800000001',
      agricultural: false,
      highTech: false,
      contact: { name: 'Bà Năm', phone: null, email: 'me@htx.vn' },
    });
    expect(await see(await world.trader(), registered.value)).toBeNull();
    expect(await world.announced()).toEqual([registered.value]);
  });

  it('by a manager makes it active at once, without users', async () => {
    const id = await world.organization({ taxCode: '1800000002' }, managerOf(CANTHO));
    expect(await see(await world.trader(), id)).toMatchObject({ status: 'ACTIVE', taxCode: null, contact: null });
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

describe('setting the status of an organization', () => {
  const set = (
    viewer: Viewer,
    id: string,
    status: 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'DISSOLVED',
    effectiveOn?: string,
  ) =>
    world.run(viewer, (tx) =>
      world.setStatus.execute(tx, viewer, { id, status, effectiveOn: effectiveOn ?? null, reason: 'checked' }),
    );

  it('activates from today, is announced, and keeps who decided and why', async () => {
    const { id } = await world.ownOrganization();
    await world.announced();
    expect(refusal(await set(managerOf(CANTHO), id, 'ACTIVE'))).toBe('accepted');
    expect(await stretches(id)).toEqual(['[2026-06-15,) ACTIVE 92 t']);
    expect(await world.announced()).toEqual([id]);
    const decisions = await world.database.query(
      sql`select status, reason from registry.status_decision where organization_id = ${id}`,
    );
    expect(decisions).toEqual([{ status: 'ACTIVE', reason: 'checked' }]);
  });

  it('corrects the past until the change already recorded', async () => {
    const id = await world.organization();
    world.clock.set('2026-09-01T03:00:00.000Z');
    expect(refusal(await set(ADMINISTRATOR, id, 'SUSPENDED', '2026-08-01'))).toBe('accepted');
    expect(refusal(await set(ADMINISTRATOR, id, 'DISSOLVED', '2026-07-01'))).toEqual({
      code: 'INVALID_STATE',
      state: 'ACTIVE',
    });
    expect(refusal(await set(ADMINISTRATOR, id, 'SUSPENDED', '2026-07-01'))).toBe('accepted');
    expect(refusal(await set(ADMINISTRATOR, id, 'ACTIVE', '2026-08-15'))).toBe('accepted');
    expect(await stretches(id)).toEqual([
      '[2026-06-15,2026-07-01) ACTIVE 92 t',
      '[2026-07-01,2026-08-15) SUSPENDED 92 t',
      '[2026-08-15,) ACTIVE 92 t',
    ]);
  });

  it.each<[string, Viewer, string | null, 'ACTIVE' | 'SUSPENDED' | 'PENDING', string | undefined, Refusal]>([
    ['an unknown id', ADMINISTRATOR, NOBODY, 'ACTIVE', undefined, { code: 'NOT_FOUND' }],
    ['an impossible id', ADMINISTRATOR, 'x', 'ACTIVE', undefined, { code: 'NOT_FOUND' }],
    ['a manager of another province', managerOf(HANOI), null, 'SUSPENDED', undefined, { code: 'FORBIDDEN' }],
    [
      'a day in the future',
      ADMINISTRATOR,
      null,
      'SUSPENDED',
      '2026-06-16',
      { code: 'INVALID_INPUT', field: 'effectiveOn', rule: 'RANGE' },
    ],
    [
      'a day before the registration',
      ADMINISTRATOR,
      null,
      'SUSPENDED',
      '2026-06-14',
      { code: 'INVALID_STATE', state: null },
    ],
    [
      'a move that the table lacks',
      ADMINISTRATOR,
      null,
      'PENDING',
      undefined,
      { code: 'INVALID_STATE', state: 'ACTIVE' },
    ],
    ['the status that it has', ADMINISTRATOR, null, 'ACTIVE', undefined, { code: 'INVALID_STATE', state: 'ACTIVE' }],
  ])('is refused with %s', async (_, viewer, id, status, day, refused) => {
    const named = id ?? (await world.organization());
    expect(refusal(await set(viewer, named, status, day))).toEqual(refused);
  });

  it('hides a pending organization from a manager of another province, and forbids its own trader', async () => {
    const { id, trader } = await world.ownOrganization();
    expect(refusal(await set(managerOf(HANOI), id, 'ACTIVE'))).toEqual({ code: 'NOT_FOUND' });
    expect(refusal(await set(trader, id, 'ACTIVE'))).toEqual({ code: 'FORBIDDEN' });
  });
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
    expect(await see(trader, id)).toMatchObject({
      name: 'Hợp tác xã Mới'.normalize('NFC'),
      commune: null,
      memberCount: 12,
      location: { latitude: 10.2, longitude: 105.5 },
      chainRoles: ['PRODUCER'],
    });
    expect(refusal(await update(trader, id, { latitude: null, longitude: null }))).toBe('accepted');
    expect((await see(trader, id))?.location).toBeNull();
  });

  it('moves it to another province from a day on, in the past or the future', async () => {
    const id = await world.organization();
    world.clock.set('2026-08-01T03:00:00.000Z');
    expect(refusal(await update(ADMINISTRATOR, id, { provinceCode: HANOI, agricultural: false }, '2026-07-01'))).toBe(
      'accepted',
    );
    expect(refusal(await update(ADMINISTRATOR, id, { provinceCode: CANTHO }, '2026-12-01'))).toBe('accepted');
    expect(await stretches(id)).toEqual([
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

describe('rating an organization', () => {
  const rate = (viewer: Viewer, id: string, year: number, score: string) =>
    world.run(viewer, (tx) => world.rate.execute(tx, viewer, { id, year, score }));
  const ratingOn = async (id: string, day: string) => (await world.organizations.ratingsOf([{ id, day }]))[0];

  it('counts from the last day of its year until a later year’s does, and the second of a year replaces the first', async () => {
    const id = await world.organization();
    await rate(managerOf(CANTHO), id, 2024, '64.50');
    await rate(managerOf(CANTHO), id, 2025, '50');
    await rate(managerOf(CANTHO), id, 2025, '80');
    await rate(managerOf(CANTHO), id, 2026, '10');
    expect(await ratingOn(id, '2024-12-30')).toBeNull();
    expect(await ratingOn(id, '2024-12-31')).toEqual({ year: 2024, score: '64.5', band: 'AVERAGE' });
    expect(await ratingOn(id, '2026-06-15')).toEqual({ year: 2025, score: '80', band: 'GOOD' });
    expect(await ratingOn(id, '2026-12-31')).toMatchObject({ band: 'WEAK' });
    expect(await world.announced()).toEqual([id, id, id, id, id]);
  });

  it('is refused for groups and enterprises, years to come, and by others than its managers', async () => {
    const id = await world.organization();
    for (const kind of ['COOPERATIVE_GROUP', 'ENTERPRISE'] as const)
      expect(refusal(await rate(ADMINISTRATOR, await world.organization({ kind }), 2025, '70'))).toEqual({
        code: 'INVALID_INPUT',
        field: 'id',
        rule: 'MISMATCH',
      });
    expect(refusal(await rate(ADMINISTRATOR, id, 2027, '70'))).toEqual({
      code: 'INVALID_INPUT',
      field: 'year',
      rule: 'RANGE',
    });
    expect(refusal(await rate(managerOf(HANOI), id, 2025, '70'))).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(await rate(await world.trader(), id, 2025, '70'))).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(await rate(ADMINISTRATOR, NOBODY, 2025, '70'))).toEqual({ code: 'NOT_FOUND' });
  });
});
