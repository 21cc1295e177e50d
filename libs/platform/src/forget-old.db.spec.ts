import { afterAll, beforeAll, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { openTestDatabase, type OpenTestDatabase } from '../../../test/support/database.js';
import { type Database } from './database.js';
import { ForgetOld, platformRetention } from './forget-old.js';

let testDatabase: OpenTestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await openTestDatabase(1);
  ({ database } = testDatabase);
});

afterAll(() => testDatabase.close());

it('keeps an idempotency record for thirty days, and a counter for its window', async () => {
  await database.query(sql`
    insert into platform.idempotency_record (user_id, key, fingerprint, result, created_at)
    select gen_random_uuid(), key, '', '1', clock_timestamp() - age
    from (values ('young', interval '29 days'), ('old', interval '31 days')) as record (key, age)`);
  await database.query(sql`
    insert into platform.rate_limit (key, used, window_ends_at)
    values ('running', 1, clock_timestamp() + interval '1 minute'), ('over', 1, clock_timestamp() - interval '1 minute')`);
  const forgetOld = new ForgetOld(database, platformRetention);
  expect((await forgetOld.due()).map(({ count }) => count)).toEqual([1, 1]);
  expect(await database.query(sql`select from platform.rate_limit`)).toHaveLength(2);
  await forgetOld.handle();
  expect(await database.query(sql`select key from platform.idempotency_record`)).toEqual([{ key: 'young' }]);
  expect(await database.query(sql`select key from platform.rate_limit`)).toEqual([{ key: 'running' }]);
});
