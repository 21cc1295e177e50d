import { Database } from '@lienket/platform';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Lets nobody change anything in it any more, or again; whoever is connected is thrown out. */
  readOnly(value: 'on' | 'off'): Promise<void>;
  /** Another database with the same in it, to the last byte. Nobody may be connected to this one meanwhile. */
  copy(): Promise<TestDatabase>;
  drop(): Promise<void>;
}

/** A fresh copy of the migrated template, for one spec file. The test command starts the server and names it. */
export async function createTestDatabase(
  template = process.env['LIENKET_TEST_TEMPLATE'] ?? 'lienket_template',
): Promise<TestDatabase> {
  const server = process.env['LIENKET_TEST_POSTGRES'];
  if (server === undefined) throw new Error('LIENKET_TEST_POSTGRES is not set: run the tests by npm test.');
  const name = `lienket_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const readOnly = async (value: 'on' | 'off') => {
    await onServer(server, `alter database ${name} set default_transaction_read_only = ${value}`);
    await onServer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  };
  return {
    url: url.href,
    readOnly,
    copy: () => createTestDatabase(name),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

export interface OpenTestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Drops it. */
  close(): Promise<void>;
}

/** The same with connections of its owner. */
export async function openTestDatabase(connections = 2): Promise<OpenTestDatabase> {
  const { url, drop } = await createTestDatabase();
  const database = await Database.connect(url, connections, []);
  const close = async () => {
    await database.close();
    await drop();
  };
  return { database, url, close };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
