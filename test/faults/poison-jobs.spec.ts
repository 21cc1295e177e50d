import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineJob, type Config, type JobHandler } from '@lienket/platform';
import { z } from 'zod';
import { main } from '../../apps/worker/src/dead-letters.js';
import { backends } from '../support/backends.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Dice } from '../support/dice.js';
import { eventually } from '../support/eventually.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { jobHouseConfig, openJobHouse, type JobHouse } from '../support/job-house.js';

const JOBS = inShortOrLong(200, 10_000);
const POISONED = JOBS / 100;
const ATTEMPTS = 3;
const DONE_WITHIN_MS = 120_000;
const REDIS_DATABASE = 11;

const weigh = defineJob({
  name: 'test.weigh',
  version: 1,
  payload: z.object({ lot: z.number() }),
  attemptsMax: ATTEMPTS,
  timeoutSeconds: 10,
});

/** Weighs lots, but for those that it can't. */
class Scale implements JobHandler<{ lot: number }> {
  readonly job = weigh;
  readonly weighed = new Set<number>();
  readonly tries = new Map<number, number>();
  broken = new Set<number>();

  handle({ lot }: { lot: number }): Promise<void> {
    this.tries.set(lot, (this.tries.get(lot) ?? 0) + 1);
    if (this.broken.has(lot))
      return Promise.reject(new RangeError(`lot ${String(lot)} of "Nguyễn Văn An" has no weight`));
    this.weighed.add(lot);
    return Promise.resolve();
  }
}

describe.each(backends(REDIS_DATABASE))('one job in a hundred that always fails, on $name,', ({ name, settings }) => {
  const scale = new Scale();
  let database: TestDatabase;
  let config: Config;
  let house: JobHouse;

  beforeAll(async () => {
    const dice = Dice.thrown(`poison jobs on ${name}`);
    database = await createTestDatabase();
    config = jobHouseConfig(database.url, settings);
    house = await openJobHouse(config, scale);
    await eventually(() => Promise.resolve(house.queue.isReachable), DONE_WITHIN_MS);
    scale.broken = new Set(dice.shuffled([...Array(JOBS).keys()]).slice(0, POISONED));
  });

  afterAll(async () => {
    await house.close();
    await database.drop();
  });

  const lettersAre = (count: number) =>
    eventually(async () => (await house.queue.deadLetters()).length === count, DONE_WITHIN_MS);

  it('keeps no other from being done, and ends as a dead letter after its attempts', async () => {
    for (let lot = 0; lot < JOBS; lot += 1) await house.queue.add(weigh, { lot });
    expect(
      await eventually(() => Promise.resolve(scale.weighed.size === JOBS - POISONED), DONE_WITHIN_MS),
    ).not.toBeNull();
    expect(await lettersAre(POISONED)).not.toBeNull();
    const letters = await house.queue.deadLetters();
    console.info(
      `${name}: jobs ${String(JOBS)}, done ${String(scale.weighed.size)}, dead letters ${String(letters.length)}`,
    );
    expect(
      [...scale.tries]
        .filter(([, tries]) => tries === ATTEMPTS)
        .map(([lot]) => lot)
        .sort(),
    ).toEqual([...scale.broken].sort());
    expect(new Set(letters.map(({ job, attempts }) => `${job} ${String(attempts)}`))).toEqual(
      new Set(['test.weigh 3']),
    );
    expect(await house.metrics()).toContain(`lienket_dead_letters{job="test.weigh"} ${String(POISONED)}\n`);
  }, 300_000);

  it('is listed for an operator, without what it was about', async () => {
    const { ok, message } = await main(undefined, config);
    expect(ok).toBe(true);
    const lines = message.split('\n');
    expect(lines).toHaveLength(POISONED + 1);
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^\S+ {2}test\.weigh {2}\S+Z {2}after 3 attempts {2}RangeError: lot … of … has no weight$/);
    expect(await main('no such', config)).toEqual({ ok: false, message: 'No job no such has failed for good.' });
  });

  it('is listed again when it is replayed and fails again', async () => {
    const [letter] = await house.queue.deadLetters();
    expect(await main(letter!.id, config)).toMatchObject({
      ok: true,
      message: expect.stringContaining('1 started anew'),
    });
    const isBack = async () => {
      const again = (await house.queue.deadLetters()).find(({ id }) => id === letter!.id);
      return again !== undefined && again.failedAt > letter!.failedAt;
    };
    expect(await eventually(isBack, DONE_WITHIN_MS)).not.toBeNull();
    expect(await lettersAre(POISONED)).not.toBeNull();
  }, 150_000);

  it('is done when it is replayed after the cause was mended, and nothing is left to look at', async () => {
    const poisoned = [...scale.broken];
    scale.broken = new Set();
    scale.tries.clear();
    expect(await main('all', config)).toMatchObject({
      ok: true,
      message: expect.stringContaining(`${String(POISONED)} started anew`),
    });
    expect(await eventually(() => Promise.resolve(scale.weighed.size === JOBS), DONE_WITHIN_MS)).not.toBeNull();
    expect([...scale.tries.keys()].sort()).toEqual(poisoned.sort());
    expect(await lettersAre(0)).not.toBeNull();
    expect(await main(undefined, config)).toEqual({ ok: true, message: 'No job has failed for good.' });
    expect(await house.metrics()).not.toMatch(/^lienket_dead_letters\{/m);
  }, 150_000);
});
