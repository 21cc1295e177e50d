import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
beforeEach(async () => {
  world.clock.set('2026-06-15T03:00:00.000Z');
  await world.announced();
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
