import { addDays, type Database, type Day, type Queryable } from '@lienket/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql, { type Sql } from 'sql-template-tag';
import { openTestDatabase, type OpenTestDatabase } from '../../../../test/support/database.js';
import { insertMatchWorld, type MatchWorld } from '../../../../test/support/match-world.js';
import {
  diceOf,
  randomMatchWorld,
  randomWeights,
  seedOfTest,
  type Dice,
} from '../../../../test/support/random-match-world.js';
import { MatchReads, matchPlace, placeKeys, type MatchPage, type MatchRequest } from '../match.reads.js';
import type { Anchor } from '../match-sql.js';
import { BookKeeper } from './book-keeper.js';
import type { RankingWish } from './ranking-messages.js';

/** `npm run prove:ranking` asks for many more. */
const WORLDS = Number(process.env['LIENKET_WORLDS'] ?? 3);
const STEPS = 3;
const TODAY: Day = '2026-11-22';

describe('The book that is kept of the database', () => {
  let server: OpenTestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await openTestDatabase();
    ({ database } = server);
  });
  afterAll(() => server.close());

  it('ranks as SQL alone does, page by page, while postings, suppliers and contracts change', async () => {
    const seed = seedOfTest();
    const seen = { pages: 0, matches: 0, fromMemory: 0 };
    const isEnough = () => seen.matches > 10 * WORLDS && seen.fromMemory > seen.pages / 10;
    let number = 0;
    // A few worlds can hold next to nothing that fits: then some more are looked at.
    for (; number < WORLDS || (!isEnough() && number < 5 * WORLDS); number += 1) {
      const dice = diceOf(seed + number);
      await inNewWorld(database, dice, async (world) => {
        let keeper = await BookKeeper.open(database, TODAY);
        for (let step = 0; step <= STEPS; step += 1) {
          if (step > 0) await change(database, dice, world);
          await keeper.follow();
          await compare(seed + number, dice, database, keeper, world, seen);
        }
        keeper = await BookKeeper.open(database, addDays(TODAY, 1));
        await compare(seed + number, dice, database, keeper, world, seen);
      });
    }
    console.info(`${number} worlds from seed ${seed}: ${JSON.stringify(seen)}`);
    expect({ ...seen, isEnough: isEnough() }).toMatchObject({ isEnough: true });
  }, 3_600_000);

  it('shows nothing that has closed since, though it has not heard of it', async () => {
    const dice = diceOf(7);
    await inNewWorld(database, dice, async (world) => {
      const keeper = await BookKeeper.open(database, TODAY);
      await database.query(sql`update market.listing set withdrawn_at = now() where random() < 0.5`);
      await database.query(sql`update market.listing set held_kg = quantity_kg where random() < 0.3`);
      await compare(7, dice, database, keeper, world, { pages: 0, matches: 0, fromMemory: 0 }, false);
    });
  });

  it.each([
    { what: 'new listings', off: sql`alter table market.listing disable trigger note_insert` },
    { what: 'changed listings', off: sql`alter table market.listing disable trigger note_update` },
    { what: 'changed demands', off: sql`alter table market.demand disable trigger note_update` },
    { what: 'moved organizations', off: sql`alter table registry.organization disable trigger note_place` },
    { what: 'who is active', off: sql`alter table registry.organization_profile disable trigger note_update` },
    { what: 'deliveries', off: sql`alter table contracts.contract_line disable trigger note_update` },
    { what: 'ended contracts', off: sql`alter table contracts.contract disable trigger note_contract` },
    { what: 'links', off: sql`alter table participation.link_fact disable trigger note_update` },
  ])('would be found behind if nobody noted $what', async ({ off }) => {
    const { database: without, close } = await openTestDatabase();
    await without.query(off);
    let behind = 0;
    for (let number = 0; behind === 0 && number < 60; number += 1) {
      const dice = diceOf(number);
      await inNewWorld(without, dice, async (world) => {
        const keeper = await BookKeeper.open(without, TODAY);
        for (let step = 0; step < 2; step += 1) {
          for (let times = 0; times < 5; times += 1) await change(without, dice, world);
          await keeper.follow();
          if (await isBehind(without, keeper)) behind += 1;
        }
      });
    }
    await close();
    expect(behind).toBeGreaterThan(0);
  });
});

const WEIGHTS = { PRICE: 0.3, DISTANCE: 0.2, TIMING: 0.15, QUALITY: 0.15, RELIABILITY: 0.15, INCLUSION: 0.05 };

/** Whether a book that is made now would find anything else. */
async function isBehind(database: Database, { book }: BookKeeper): Promise<boolean> {
  const { book: fresh } = await BookKeeper.open(database, TODAY);
  const rows = await database.query<{ kind: Anchor; id: string }>(
    sql`select 'LISTING' as kind, id from market.listing union all select 'DEMAND', id from market.demand`,
  );
  const told = (of: typeof book) =>
    rows.map(({ kind, id }) => {
      const found = of.best(kind, id, WEIGHTS, 500, 500);
      return found && [found.totalCount, ...found.candidates.map((it) => `${it.id} ${String(it.low)}`).sort()];
    });
  return JSON.stringify(told(book)) !== JSON.stringify(told(fresh));
}

/** Some of everything that a match is made of. */
async function change(tx: Database, dice: Dice, world: MatchWorld): Promise<void> {
  const { id: listingId } = dice.of(world.listings);
  const { id: demandId } = dice.of(world.demands);
  const { id: otherId } = dice.of(world.listings);
  const { id: organizationId } = dice.of(world.organizations);
  const changes: readonly (() => Sql)[] = [
    () =>
      sql`update market.listing set withdrawn_at = case when withdrawn_at is null then now() end where id = ${listingId}`,
    () =>
      sql`update market.listing set held_kg = case when held_kg = 0 then quantity_kg else 0 end where id = ${listingId}`,
    () => sql`update market.listing set ask_price_vnd_per_kg = 7500, certifications = '{OCOP}' where id = ${listingId}`,
    () => sql`
      insert into market.listing (organization_id, commodity_code, variety, grade, certifications, quantity_kg, held_kg, minimum_lot_kg, available,
        ask_price_vnd_per_kg, province_code, latitude, longitude, created_at)
      select organization_id, commodity_code, variety, grade, certifications, quantity_kg, 0, 1, daterange(${TODAY}::date, ${addDays(TODAY, 30)}::date),
        ask_price_vnd_per_kg, province_code, latitude, longitude, now() from market.listing where id in (${listingId}, ${otherId})`,
    () => sql`update market.demand set maximum_price_vnd_per_kg = null, variety = null where id = ${demandId}`,
    () =>
      sql`update market.demand set withdrawn_at = case when withdrawn_at is null then now() end where id = ${demandId}`,
    () => sql`update registry.organization set latitude = 10.5, longitude = 106.5 where id = ${organizationId}`,
    () => sql`update registry.organization_profile set status = case status when 'ACTIVE' then 'SUSPENDED' else 'ACTIVE' end
      where organization_id = ${organizationId} and valid @> ${TODAY}::date`,
    () =>
      sql`delete from registry.organization_profile where organization_id = ${organizationId} and valid @> ${TODAY}::date`,
    () => sql`update contracts.contract_line set accepted_kg = case when accepted_kg = 0 then quantity_kg else 0 end`,
    () =>
      sql`update contracts.contract set terminated_on = starts_on + 1 where signed_on is not null and terminated_on is null`,
    () => sql`update participation.link_fact set known = tstzrange(lower(known), now()) where upper_inf(known)`,
  ];
  for (let times = dice.whole(1, 5); times > 0; times -= 1) await tx.query(dice.of(changes)());
}

async function compare(
  seed: number,
  dice: Dice,
  tx: Database,
  { book, today }: BookKeeper,
  world: MatchWorld,
  seen: { pages: number; matches: number; fromMemory: number },
  isCurrent = true,
): Promise<void> {
  const ranker = {
    shortlists: ({ anchor, ids, weights, most, countMost }: RankingWish) =>
      Promise.resolve(ids.map((id) => book.best(anchor, id, weights, most, countMost))),
  };
  const weights = randomWeights(dice);
  for (const anchor of ['LISTING', 'DEMAND'] as const) {
    const counted = counting(tx);
    const ids = (anchor === 'LISTING' ? world.listings : world.demands).map(({ id }) => id);
    const request = { weights, first: dice.of([1, 2, 5, 50]), after: null };
    const bySql = await new MatchReads(tx).matchesOf(anchor, ids, request, today);
    const byBook = await new MatchReads(counted, ranker).matchesOf(anchor, ids, request, today);
    expect({ seed, anchor, pages: inOrder(byBook) }).toEqual({ seed, anchor, pages: inOrder(bySql) });
    await compareSecondPage(seed, anchor, tx, new MatchReads(tx, ranker), request, bySql, today);
    seen.pages += ids.length;
    seen.matches += [...bySql.values()].reduce((sum, page) => sum + page.rows.length, 0);
    // What the book knows is asked for once, and only what it doesn't know once more: it was not SQL alone that answered.
    const known = ids.filter((id) => book.best(anchor, id, WEIGHTS, 1, 1) !== null).length;
    if (isCurrent) expect(counted.asked).toBe(Number(known > 0) + Number(known < ids.length));
    seen.fromMemory += known;
  }
}

async function compareSecondPage(
  seed: number,
  anchor: Anchor,
  tx: Database,
  reads: MatchReads,
  request: MatchRequest,
  firstPages: Map<string, MatchPage>,
  today: Day,
): Promise<void> {
  const more = [...firstPages].find(([, page]) => page.hasNextPage);
  if (!more) return;
  const [id, page] = more;
  const after = matchPlace(placeKeys(page.rows.at(-1)!, anchor));
  if (!after.ok) throw new Error('A cursor of this very list was refused.');
  const next = { ...request, after: after.value };
  const bySql = await new MatchReads(tx).matchesOf(anchor, [id], next, today);
  const byBook = await reads.matchesOf(anchor, [id], next, today);
  expect({ seed, anchor, pages: inOrder(byBook) }).toEqual({ seed, anchor, pages: inOrder(bySql) });
}

const inOrder = (pages: Map<string, MatchPage>) => [...pages].sort(([a], [b]) => (a < b ? -1 : 1));

function counting(tx: Database): Queryable & { asked: number } {
  const counted = {
    asked: 0,
    query: <Row>(statement: Sql): Promise<Row[]> => {
      counted.asked += 1;
      return tx.query<Row>(statement);
    },
  };
  return counted;
}

/** Committed, since what a transaction wrote itself is no news to it; and taken away again. */
async function inNewWorld(database: Database, dice: Dice, work: (world: MatchWorld) => Promise<void>): Promise<void> {
  const world = randomMatchWorld(dice, TODAY);
  await database.transaction((tx) => insertMatchWorld(tx, world));
  await work(world);
  await database.query(sql`
    truncate market.listing, market.demand, contracts.contract, registry.organization, participation.link_fact, matching.change cascade`);
  await database.query(sql`delete from registry.province where code like 'w-%'`);
  await database.query(sql`delete from registry.commodity where code like 'w-%'`);
}
