import { Clock, type Database, Log, readConfig } from '@lienket/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { openTestDatabase, type OpenTestDatabase } from '../../../../test/support/database.js';
import { eventually } from '../../../../test/support/eventually.js';
import { insertMatchWorld } from '../../../../test/support/match-world.js';
import { diceOf, randomMatchWorld, seedOfTest } from '../../../../test/support/random-match-world.js';
import { RankingEngine } from './ranking-engine.js';

const NEW_ONES = 10;
const WEIGHTS = { PRICE: 0.3, DISTANCE: 0.2, TIMING: 0.15, QUALITY: 0.15, RELIABILITY: 0.15, INCLUSION: 0.05 };

describe('Ranking in a thread', () => {
  const clock = new Clock();
  let server: OpenTestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await openTestDatabase();
    ({ database } = server);
  });
  afterAll(() => server.close());

  const engineFrom = (listings: string) => {
    const config = readConfig({ DATABASE_URL: server.url, LIENKET_RANKING_LISTINGS: listings });
    return new RankingEngine(database, clock, new Log('silent'), config);
  };
  const listOf = async (engine: RankingEngine, id: string) => {
    const today = clock.today();
    const wish = { anchor: 'DEMAND' as const, ids: [id], weights: WEIGHTS, most: 50, countMost: 500, today };
    return (await engine.shortlists(wish))?.[0] ?? null;
  };

  it('begins once there are enough open listings, and hears of each new one within a second of its commit', async () => {
    const dice = diceOf(seedOfTest());
    await database.transaction((tx) => insertMatchWorld(tx, randomMatchWorld(dice, clock.today())));
    await database.query(sql`update registry.organization_profile set status = 'ACTIVE'`);
    const demand = await openDemand();
    const idle = engineFrom('1000');
    idle.onApplicationBootstrap();
    const engine = engineFrom('1');
    engine.onApplicationBootstrap();
    expect(await eventually(async () => (await listOf(engine, demand)) !== null, 20_000)).not.toBeNull();
    const waits: (number | null)[] = [];
    for (let number = 0; number < NEW_ONES; number += 1) {
      const id = await newListing(demand);
      waits.push(
        await eventually(
          async () => (await listOf(engine, demand))?.candidates.some((it) => it.id === id) ?? false,
          10_000,
        ),
      );
    }
    console.info(`from commit to shortlist: ${waits.join(', ')} ms`);
    expect(waits).not.toContain(null);
    expect(await listOf(idle, demand)).toBeNull();
    await idle.beforeApplicationShutdown();
    await engine.beforeApplicationShutdown();
    expect(await listOf(engine, demand)).toBeNull();
  });

  const openDemand = async (): Promise<string> => {
    const [row] = await database.query<{ id: string }>(sql`
      insert into market.demand (buyer_id, commodity_code, quantity_kg, minimum_lot_kg, deliver, province_code, created_at)
      select id, 'w-rice', 1000, 1, daterange(${clock.today()}::date, ${clock.today()}::date, '[]'), 'w-1', now()
      from registry.organization order by id limit 1 returning id`);
    return row!.id;
  };
  const newListing = async (demand: string): Promise<string> => {
    const [row] = await database.query<{ id: string }>(sql`
      insert into market.listing (organization_id, commodity_code, quantity_kg, minimum_lot_kg, available, province_code, created_at)
      select organization.id, commodity_code, 1000, 1, deliver, 'w-1', now()
      from market.demand, registry.organization where demand.id = ${demand} and organization.id <> buyer_id order by organization.id limit 1
      returning id`);
    return row!.id;
  };
});
