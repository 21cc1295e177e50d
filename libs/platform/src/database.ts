import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { DataSource, type EntityManager, type EntitySchema } from 'typeorm';
import { CONFIG, type Config } from './config.js';

const DATE_OID = 1082;
const INT8_OID = 20;
// A date is a day, not an instant: pg would make it local midnight of wherever the server runs.
pg.types.setTypeParser(DATE_OID, (value) => value);
// Counts: every bigint that Lienket reads stays far below 2^53.
pg.types.setTypeParser(INT8_OID, Number);

/** Who can be asked in SQL: the database, each question by itself, or a transaction. */
export interface Queryable {
  /** Rows as plain objects. The statement comes from the `sql` tag, which sends every value apart from the text. */
  query<Row>(statement: Sql): Promise<Row[]>;
}

/** One transaction: use-cases get it from the door that opened it, and never open one themselves. */
export class Transaction implements Queryable {
  constructor(readonly entities: EntityManager) {}

  query<Row>(statement: Sql): Promise<Row[]> {
    return run<Row>(this.entities, statement);
  }
}

export const ENTITIES = Symbol('Entities');
type Entity = (new () => object) | EntitySchema;

@Injectable()
export class Database implements Queryable, OnApplicationShutdown {
  private constructor(private readonly source: DataSource) {}

  static async connect(
    config: Pick<Config, 'DATABASE_URL' | 'LIENKET_DATABASE_POOL'>,
    entities: Entity[],
  ): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url: config.DATABASE_URL,
      entities,
      installExtensions: false,
      applicationName: 'lienket',
      poolSize: config.LIENKET_DATABASE_POOL,
      extra: { connectionTimeoutMillis: 5000, keepAlive: true, options: '-c timezone=UTC' },
    });
    return new Database(await source.initialize());
  }

  query<Row>(statement: Sql): Promise<Row[]> {
    return run<Row>(this.source.manager, statement);
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.source.transaction((entities) => work(new Transaction(entities)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

async function run<Row>(entities: EntityManager, statement: Sql): Promise<Row[]> {
  const answer: unknown = await entities.query(statement.text, statement.values);
  // TypeORM answers updates and deletes as [rows, count], everything else as rows.
  return (isCounted(answer) ? answer[0] : answer) as Row[];
}

const isCounted = (answer: unknown): answer is [unknown[], number] =>
  Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';

/** Provides what `Database.connect` needs from Nest. */
export const databaseProvider = {
  provide: Database,
  inject: [CONFIG, ENTITIES],
  useFactory: (config: Config, entities: Entity[]) => Database.connect(config, entities),
};
