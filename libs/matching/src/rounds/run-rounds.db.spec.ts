import { Clock, Database, Log, readConfig, urlOf } from '@lienket/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import sql from 'sql-template-tag';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { eventually } from '../../../../test/support/eventually.js';
import { RoundStore, RUNS_MAX } from './round.store.js';
import { RunRounds } from './run-rounds.js';

/** Where nobody listens. */
const NOWHERE = 'postgres://lienket@127.0.0.1:1/lienket';

const SOON_MS = 60_000;

describe('A round whose thread dies', () => {
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

  it('is begun again, and after too many times has failed, while its process goes on', async () => {
    const store = new RoundStore();
    await owner.transaction((tx) =>
      store.insert(tx, {
        startedBy: randomUUID(),
        ...{
          commodityCodes: null,
          provinceCodes: null,
          managedProvinceCodes: null,
          deliverFrom: null,
          deliverTo: null,
        },
        ...{ transportVndPerTonneKm: 2600, inclusionBonusVnd: 0, at: new Date() },
      }),
    );
    const config = readConfig({ DATABASE_URL: NOWHERE });
    const rounds = new RunRounds(worker, store, new Clock(), new Log('silent'), config);
    const becomes = (status: string) =>
      eventually(async () => {
        const [row] = await owner.query<object>(sql`select status, run from matching.round`);
        return isDeepStrictEqual({ ...row }, { status, run: RUNS_MAX });
      }, SOON_MS);
    await rounds.handle();
    expect(await becomes('QUEUED')).not.toBeNull();
    await rounds.handle();
    expect(await becomes('FAILED')).not.toBeNull();
    expect(await owner.query(sql`select failure from matching.round`)).toEqual([{ failure: 'INTERRUPTED' }]);
    await rounds.beforeApplicationShutdown();
  }, 180_000);
});
