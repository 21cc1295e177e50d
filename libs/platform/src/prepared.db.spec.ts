import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql, { raw } from 'sql-template-tag';
import { openTestDatabase, type OpenTestDatabase } from '../../../test/support/database.js';
import { type Database } from './database.js';
import { Prepared } from './prepared.js';

describe('a prepared statement', () => {
  let testDatabase: OpenTestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await openTestDatabase(1);
    ({ database } = testDatabase);
  });

  afterAll(() => testDatabase.close());

  const plans = () =>
    database.query<{ runs: number }>(sql`
      select generic_plans + custom_plans as runs from pg_prepared_statements where name like 'kept_%' order by runs desc`);

  it('is planned for a connection once, and answers for the values that it is asked with', async () => {
    const doubled = (number: number) =>
      database.query<{ twice: number }>(new Prepared(sql`select ${number}::int * 2 as twice`));
    for (let number = 0; number < 10; number += 1) expect(await doubled(number)).toEqual([{ twice: number * 2 }]);
    expect(await plans()).toEqual([{ runs: 10 }]);
  });

  it('answers on behalf of who asks, whoever asked before', async () => {
    const asked = (name: string) =>
      database
        .as({ 'lienket.role': name })
        .query(new Prepared(sql`select current_setting('lienket.role', true) as role`));
    for (let round = 0; round < 7; round += 1)
      for (const role of ['TRADER', 'ADMIN']) expect(await asked(role)).toEqual([{ role }]);
  });

  it('is no longer kept where a connection keeps a hundred, and is answered all the same', async () => {
    for (let number = 0; number < 150; number += 1) {
      const statement = new Prepared(sql`select ${raw(String(number))} as number`);
      expect(await database.query(statement)).toEqual([{ number }]);
    }
    const [last] = await database.query<{ number: number }>(sql`
      select max(substring(name from 'kept_(.*)')::int) as number from pg_prepared_statements where name like 'kept_%'`);
    expect(last).toEqual({ number: 99 });
  });
});
