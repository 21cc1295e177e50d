import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { openTestDatabase, type OpenTestDatabase } from '../../../test/support/database.js';
import { type Database } from './database.js';
import { Log } from './log.js';
import { Metrics } from './metrics.js';
import { announce } from './outbox.js';
import { OutboxMetrics } from './outbox-metrics.js';

describe('the measure of the outbox', () => {
  let fresh: OpenTestDatabase;
  let database: Database;
  const metrics = new Metrics();
  const valueOf = async (name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(await metrics.text())?.[1]);

  beforeAll(async () => {
    fresh = await openTestDatabase();
    ({ database } = fresh);
    new OutboxMetrics(database, new Log('silent'), metrics);
  });
  afterAll(() => fresh.close());

  it('is nothing while nothing waits', async () => {
    expect(await valueOf('lienket_outbox_announcements')).toBe(0);
    expect(await valueOf('lienket_outbox_oldest_seconds')).toBe(0);
  });

  it('says how many announcements wait, and for how long the oldest has', async () => {
    await database.transaction((tx) => announce(tx, { topic: 'a.b', payload: {} }, { topic: 'a.b', payload: {} }));
    await database.query(sql`update platform.outbox set announced_at = announced_at - interval '90 seconds'
      where id = (select min(id) from platform.outbox)`);
    expect(await valueOf('lienket_outbox_announcements')).toBe(2);
    const oldest = await valueOf('lienket_outbox_oldest_seconds');
    expect(oldest).toBeGreaterThanOrEqual(90);
    expect(oldest).toBeLessThan(150);
  });

  it('still answers the rest when the database is out of reach', async () => {
    await database.close();
    expect(await valueOf('lienket_outbox_announcements')).toBeNaN();
    expect(await metrics.text()).toContain('process_cpu_seconds_total');
  });
});
