import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Channels, Clock, Commands, Database, Log, readConfig } from '@lienket/platform';
import { Country } from '../../../test/oracle/country.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { LiveParticipation } from './live-participation.js';
import { ParticipationFeed, tellChange } from './participation-feed.js';
import { ParticipationReads } from './participation.reads.js';
import { drift } from './recount.js';

class SetClock extends Clock {
  instant = new Date('2026-06-30T10:00:00Z');

  override now(): Date {
    return this.instant;
  }
}

describe('a figure that is watched', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let channels: Channels;
  let feed: ParticipationFeed;
  let reads: ParticipationReads;
  let live: LiveParticipation;
  const clock = new SetClock();

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const config = readConfig({ DATABASE_URL: testDatabase.url });
    database = await Database.connect(config.DATABASE_URL, config.LIENKET_DATABASE_POOL, []);
    channels = new Channels(new Log('silent'), config);
    feed = new ParticipationFeed(database, new Log('silent'), channels);
    reads = new ParticipationReads(database, new Commands(database));
    live = new LiveParticipation(reads, feed, clock, new Log('silent'));
    await database.transaction(async (tx) => {
      const country = new Country(tx);
      await country.tell('A', 'COOPERATIVE', { from: '2026-01-01' });
      await country.tell('B', 'ENTERPRISE', { from: '2026-01-01' });
      await country.sign({ parties: ['A', 'B'], from: '2026-01-01', to: '2026-06-30' });
    });
  });

  afterAll(async () => {
    feed.onApplicationShutdown();
    await channels.onApplicationShutdown();
    await database.close();
    await testDatabase.drop();
  });

  async function watch() {
    const figures = await live.follow(null, {});
    if (!figures.ok) throw new Error('refused');
    return figures.value;
  }

  it('changes at midnight by itself when a contract has run out, with no job at all', async () => {
    clock.instant = new Date('2026-06-30T16:59:59.900Z');
    const figures = await watch();
    expect((await figures.next()).value).toMatchObject({ asOf: '2026-06-30', participating: 1 });
    const next = figures.next();
    clock.instant = new Date('2026-06-30T17:00:00.000Z');
    expect((await next).value).toMatchObject({ asOf: '2026-07-01', participating: 0 });
    await figures.return?.();
    expect(await drift(database)).toBe(0);
  });

  it('shows a change whose notification was lost', async () => {
    clock.instant = new Date('2026-06-01T05:00:00.000Z');
    const figures = await watch();
    expect((await figures.next()).value).toMatchObject({ counted: 1 });
    const next = figures.next();
    await database.transaction((tx) => new Country(tx).tell('C', 'COOPERATIVE', { from: '2026-01-01' }));
    expect((await next).value).toMatchObject({ counted: 2 });
    await figures.return?.();
  });

  it('shows a change that could not be read at first, without another one', async () => {
    const figures = await watch();
    const first = (await figures.next()).value as { counted: number };
    const next = figures.next();
    const broken = jest.spyOn(reads, 'rate').mockRejectedValueOnce(new Error('the database is out of reach'));
    await database.transaction((tx) => new Country(tx).tell('E', 'COOPERATIVE', { from: '2026-01-01' }));
    expect((await next).value).toMatchObject({ counted: first.counted + 1 });
    expect(broken.mock.calls.length).toBeGreaterThan(1);
    broken.mockRestore();
    await figures.return?.();
  });

  it('shows a change that is told, and ends at once when nobody watches any more', async () => {
    const figures = await watch();
    await figures.next();
    const next = figures.next();
    const knownAt = await database.transaction((tx) =>
      new Country(tx).tell('D', 'COOPERATIVE', { from: '2026-01-01' }),
    );
    if (knownAt) await tellChange(database, knownAt);
    expect((await next).value).toMatchObject({ counted: 4 });
    const waiting = figures.next();
    await figures.return?.();
    expect((await waiting).done).toBe(true);
  });
});
