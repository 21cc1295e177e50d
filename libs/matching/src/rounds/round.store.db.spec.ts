import { PostingStore } from '@lienket/market';
import { Database, urlOf } from '@lienket/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { RoundResultStore, type RoundResult } from './round-result.store.js';
import { RoundStore, type RoundRun } from './round.store.js';

const SEEN = { stage: 'PRICES', done: 1, of: 2, progress: 0.3 } as const;

describe('Rounds that wait to be run', () => {
  const store = new RoundStore();
  let server: TestDatabase;
  let owner: Database;
  let worker: Database;
  beforeAll(async () => {
    server = await createTestDatabase();
    owner = await Database.connect(server.url, 2, []);
    worker = await Database.connect(urlOf('lienket_worker', { DATABASE_URL: server.url }), 4, []);
  });
  afterAll(async () => {
    await worker.close();
    await owner.close();
    await server.drop();
  });
  beforeEach(() => owner.query(sql`truncate matching.round cascade`));

  const add = (at: string) =>
    owner.transaction((tx) =>
      store.insert(tx, {
        startedBy: randomUUID(),
        commodityCodes: ['paddy'],
        provinceCodes: null,
        managedProvinceCodes: ['80'],
        deliverFrom: null,
        deliverTo: '2026-12-31',
        transportVndPerTonneKm: 2600,
        inclusionBonusVnd: 1_000_000_000,
        at: new Date(at),
      }),
    );
  const loseLease = (id: string) =>
    owner.query(sql`update matching.round set leased_until = now() - interval '1 second' where id = ${id}`);
  const statusOf = async (id: string) => {
    const [row] = await owner.query<{ status: string }>(sql`select status from matching.round where id = ${id}`);
    return row!.status;
  };

  it('are begun one by one, the oldest first, as they were asked for', async () => {
    const [second, first] = [await add('2026-11-22T03:00:00Z'), await add('2026-11-22T02:00:00Z')];
    const begun = await Promise.all([store.beginNext(worker), store.beginNext(worker), store.beginNext(worker)]);
    expect(begun.map((round) => round?.roundId).sort()).toEqual([first, second, undefined].sort());
    expect(begun.find((round) => round?.roundId === first)).toMatchObject({
      ...{ run: 1, commodityCodes: ['paddy'], provinceCodes: null, managedProvinceCodes: ['80'] },
      ...{ deliverFrom: null, deliverTo: '2026-12-31', transportVndPerTonneKm: 2600, inclusionBonusVnd: 1_000_000_000 },
    });
  });

  it('are begun again once their run is lost, and then the lost run can write nothing more', async () => {
    const id = await add('2026-11-22T02:00:00Z');
    const lost = (await store.beginNext(worker))!;
    expect(await store.hold(worker, lost, SEEN)).toBe(true);
    expect(await store.beginNext(worker)).toBeNull();
    await loseLease(id);
    const next = (await store.beginNext(worker))!;
    expect(next).toMatchObject({ roundId: id, run: 2 });
    expect(await store.hold(worker, lost, SEEN)).toBe(false);
    await store.fail(worker, lost, 'UNSOUND');
    await store.giveBack(worker, lost);
    expect(await statusOf(id)).toBe('RUNNING');
    expect(await store.hold(worker, next, SEEN)).toBe(true);
  });

  it('are given back to whoever comes next, at once', async () => {
    const id = await add('2026-11-22T02:00:00Z');
    await store.giveBack(worker, (await store.beginNext(worker))!);
    expect(await statusOf(id)).toBe('QUEUED');
    expect(await store.beginNext(worker)).toMatchObject({ roundId: id, run: 2 });
  });

  it('are given up after five runs without an end', async () => {
    const id = await add('2026-11-22T02:00:00Z');
    for (let run = 1; run <= 5; run += 1) {
      expect(await store.giveUp(worker)).toEqual([]);
      expect(await store.beginNext(worker)).toMatchObject({ run });
      await loseLease(id);
    }
    expect(await store.beginNext(worker)).toBeNull();
    expect(await store.giveUp(worker)).toEqual([id]);
    expect(await statusOf(id)).toBe('FAILED');
    expect(await owner.query(sql`select failure from matching.round`)).toEqual([{ failure: 'INTERRUPTED' }]);
  });

  it('stay cancelled, whatever their run does', async () => {
    const id = await add('2026-11-22T02:00:00Z');
    const run = (await store.beginNext(worker))!;
    await owner.transaction((tx) => store.cancel(tx, id));
    expect(await store.hold(worker, run, SEEN)).toBe(false);
    await store.giveBack(worker, run);
    await store.fail(worker, run, 'UNSOUND');
    expect(await statusOf(id)).toBe('CANCELLED');
    expect(await owner.transaction((tx) => store.cancel(tx, id))).toBe(false);
  });

  it('take the result of the run that holds them, and of no other', async () => {
    const id = await add('2026-11-22T02:00:00Z');
    const lost = (await store.beginNext(worker))!;
    await loseLease(id);
    const next = (await store.beginNext(worker))!;
    expect(await keep(worker, lost)).toBe(false);
    expect(await statusOf(id)).toBe('RUNNING');
    expect(await keep(worker, next)).toBe(true);
    expect(await statusOf(id)).toBe('SOLVED');
  });

  it('take none once they are cancelled', async () => {
    const id = await add('2026-11-22T02:00:00Z');
    const run = (await store.beginNext(worker))!;
    await owner.transaction((tx) => store.cancel(tx, id));
    expect(await keep(worker, run)).toBe(false);
    expect(await statusOf(id)).toBe('CANCELLED');
    expect(await owner.query(sql`select from matching.round_file where round_id = ${id}`)).toEqual([]);
  });
});

/** Of an empty market: what counts here is whose it is. */
const RESULT: RoundResult = {
  book: { today: '2026-11-22', transportVndPerTonneKm: 2600, inclusionBonusVnd: 0, listings: [], demands: [] },
  ...{ skippedListings: 0, skippedDemands: 0, bookDigest: Buffer.alloc(32), allocations: [], shadowPrices: [] },
  plan: {
    ...{ allocations: [], objectiveVnd: 0n, boundVnd: 0n, boundPrices: { supply: [], demand: [] } },
    relaxation: { flows: [], prices: { supply: [], demand: [] } },
    ...{ newlyParticipating: 0, bonusCostVnd: 0n },
  },
  certificate: { feasible: true, blockingPairs: 0, gap: 0 } as RoundResult['certificate'],
  checkedAt: new Date('2026-11-22T02:01:00Z'),
  file: Buffer.from('round'),
};

class Undone extends Error {}

/** As a run does: what isn't its own any more is undone. */
async function keep(worker: Database, run: RoundRun): Promise<boolean> {
  try {
    await worker.transaction(async (tx) => {
      if (!(await new RoundResultStore(new PostingStore()).keep(tx, run, RESULT))) throw new Undone();
    });
    return true;
  } catch (error) {
    if (error instanceof Undone) return false;
    throw error;
  }
}
