import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import type { Refusal } from '@lienket/platform';
import sql from 'sql-template-tag';
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
beforeEach(async () => {
  world.clock.set('2026-06-15T03:00:00.000Z');
  await world.announced();
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
    expect(await world.stretches(id)).toEqual(['[2026-06-15,) ACTIVE 92 t']);
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
    expect(await world.stretches(id)).toEqual([
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
