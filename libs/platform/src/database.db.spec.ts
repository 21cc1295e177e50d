import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { PostgresWire } from '../../../test/support/postgres-wire.js';
import { isUnavailable } from './commands.js';
import { Database } from './database.js';

describe('a connection that PostgreSQL ends in the same breath as it makes it ready', () => {
  let testDatabase: TestDatabase;
  let wire: PostgresWire;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    wire = await PostgresWire.to(testDatabase.url);
    database = await Database.connect(wire.url, 2, []);
  });

  afterAll(async () => {
    await database.close();
    await wire.close();
    await testDatabase.drop();
  });

  it('fails whoever wanted it, for now, and nobody else', async () => {
    wire.farewellWithGreeting = true;
    const onTheFirst = database.query(sql`select pg_sleep(0.5)`);
    const onAnother = database.transaction((tx) => tx.query(sql`select 1`));
    expect(isUnavailable(await onAnother.catch((error: unknown) => error))).toBe(true);
    await expect(onTheFirst).resolves.toHaveLength(1);

    wire.farewellWithGreeting = false;
    await expect(database.query(sql`select 2 as two`)).resolves.toEqual([{ two: 2 }]);
  });
});
