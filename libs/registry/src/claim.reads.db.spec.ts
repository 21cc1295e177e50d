import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import {
  ADMINISTRATOR,
  CANTHO,
  createRegistryWorld,
  HANOI,
  managerOf,
  type RegistryWorld,
} from '../../../test/support/registry-world.js';
import { value } from '../../../test/support/people-desk.js';
import { claimPlace } from './claim.reads.js';

let world: RegistryWorld;
beforeAll(async () => {
  world = await createRegistryWorld();
});
afterAll(() => world.close());

const page = async (viewer: Viewer, first = 100, after: readonly string[] | null = null) =>
  value(await world.claims.waiting(viewer, world.clock.today(), { first, after }));
const waiting = async (viewer: Viewer) => (await page(viewer)).rows.map(({ login }) => login);
const count = (viewer: Viewer) => world.claims.countWaiting(viewer, world.clock.today());
const ownerOf = (trader: Viewer, organizationId: string): Viewer => ({
  ...trader,
  organizationId,
  organizationRole: 'OWNER',
});

async function claim(trader: Viewer, organizationId: string, at: string): Promise<void> {
  world.clock.set(at);
  value(await world.run(trader, (tx) => world.claim.execute(tx, trader, { organizationId })));
}

it('a claim waits, the oldest first, for who may grant it and for nobody else, until the organization has people', async () => {
  const [id, other] = [await world.organization(), await world.organization({ provinceCode: HANOI })];
  const [first, second] = [await world.trader('first@test.vn'), await world.trader('second@test.vn')];
  await claim(second, id, '2026-06-15T05:00:00.000Z');
  await claim(first, other, '2026-06-15T04:30:00.000Z');
  await claim(first, id, '2026-06-15T04:00:00.000Z');
  // A second time changes nothing.
  await claim(first, id, '2026-06-15T06:00:00.000Z');

  expect(await waiting(managerOf(CANTHO))).toEqual(['first@test.vn', 'second@test.vn']);
  expect(await waiting(managerOf(HANOI))).toEqual(['first@test.vn']);
  for (const viewer of [managerOf(), ADMINISTRATOR]) {
    expect(await waiting(viewer)).toEqual(['first@test.vn', 'first@test.vn', 'second@test.vn']);
    expect(await count(viewer)).toBe(3);
  }
  for (const viewer of [managerOf('80'), first, ownerOf(second, id)]) {
    expect(await waiting(viewer)).toEqual([]);
    expect(await count(viewer)).toBe(0);
  }

  const manager = managerOf(CANTHO);
  value(
    await world.run(manager, (tx) =>
      world.approve.execute(tx, manager, { organizationId: id, login: 'second@test.vn' }),
    ),
  );
  expect(await waiting(manager)).toEqual([]);
  expect(await waiting(managerOf(HANOI))).toEqual(['first@test.vn']);

  // Who was granted it and has left waits for nothing, until they ask once more.
  const owner = ownerOf(second, id);
  value(await world.run(owner, (tx) => world.leave.execute(tx, owner)));
  expect(await waiting(manager)).toEqual(['first@test.vn']);
  await claim(second, id, '2026-06-15T07:00:00.000Z');
  expect(await waiting(manager)).toEqual(['first@test.vn', 'second@test.vn']);
});

it('the list goes on behind each claim, and a place that is none is refused', async () => {
  const all = (await page(ADMINISTRATOR)).rows;
  const seen = [];
  for (let after: readonly string[] | null = null; ;) {
    const next = await page(ADMINISTRATOR, 1, after);
    seen.push(...next.rows);
    if (!next.hasNextPage) break;
    after = claimPlace(next.rows[0]!);
  }
  expect(seen).toEqual(all);
  for (const after of [
    ['now', all[0]!.organizationId, all[0]!.userId],
    ['2026-06-15T04:00:00.000Z', 'x', 'y'],
    ['', '', ''],
  ])
    expect(await world.claims.waiting(ADMINISTRATOR, world.clock.today(), { first: 1, after })).toEqual({
      ok: false,
      refusal: { code: 'INVALID_INPUT', field: 'after', rule: 'FORM' },
    });
});
