import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../test/support/database.js';
import { IMPERSONAL, PERSONAL } from './personal-data.js';

describe('personal data', () => {
  let server: TestDatabase;
  let owner: pg.Client;

  beforeAll(async () => {
    server = await createTestDatabase();
    owner = new pg.Client({ connectionString: server.url });
    await owner.connect();
  });

  afterAll(async () => {
    await owner.end();
    await server.drop();
  });

  const columns = async (): Promise<string[]> => {
    const { rows } = await owner.query<{ name: string }>(`
      select c.relnamespace::regnamespace || '.' || c.relname || '.' || attname as name from pg_attribute join pg_class c on c.oid = attrelid
      where attnum > 0 and not attisdropped and relkind in ('r', 'p')
        and relnamespace::regnamespace::text in ('platform', 'identity', 'registry', 'market', 'contracts', 'imports', 'notices', 'participation', 'matching')
`);
    return rows.map(({ name }) => name).sort();
  };
  const declared = () =>
    [
      ...Object.keys(PERSONAL),
      ...Object.entries(IMPERSONAL).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
    ].sort();

  it('is declared, column by column, or said to be none', async () => {
    expect(declared()).toEqual(await columns());
  });

  it('is missed when somebody adds a column and says nothing of it', async () => {
    await owner.query('alter table registry.organization add column chairman text');
    expect(declared()).not.toEqual(await columns());
    await owner.query('alter table registry.organization drop column chairman');
  });
});
