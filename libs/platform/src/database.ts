import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import sql, { type Sql } from 'sql-template-tag';
import { DataSource, type EntityManager, type EntitySchema } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { CONFIG, type Config } from './config.js';
import { urlOf, type DatabaseRole } from './database-role.js';
import { Prepared } from './prepared.js';

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

/**
 * On whose behalf the database is asked, as settings that row-level security reads. They hold for one transaction: what is
 * asked on nobody's behalf sees nothing of what is guarded.
 */
export type Actor = Readonly<Record<`lienket.${string}`, string>>;

/** One transaction: use-cases get it from the door that opened it, and never open one themselves. */
export class Transaction implements Queryable {
  constructor(readonly entities: EntityManager) {}

  query<Row>(statement: Sql): Promise<Row[]> {
    return run<Row>(this.entities, statement);
  }
}

/** How long a door waits for its database. What a network swallows is never refused, only never answered. */
export interface Patience {
  /** For the answer to one statement: without it the connection is broken, and is not used again. */
  readonly statementMs: number;
  /** For one command, with all its tries. */
  readonly commandMs: number;
  /** For the next statement of a transaction, before the server undoes it: until then it keeps its locks. */
  readonly idleMs: number;
}

const CONNECT_MS = 5000;
/** The API's server gives up a statement after 2 s, a request ends within 10 s; a job may count a whole country. */
const PATIENCE: Readonly<Record<DatabaseRole, Patience>> = {
  lienket_api: { statementMs: 4000, commandMs: 7000, idleMs: 5000 },
  lienket_worker: { statementMs: 15_000, commandMs: Infinity, idleMs: 10_000 },
};
/** Of an operator, who looks on and can end it. */
const ENDLESS: Patience = { statementMs: 0, commandMs: Infinity, idleMs: 0 };

export const ENTITIES = Symbol('Entities');
type Entity = (new () => object) | EntitySchema;

@Injectable()
export class Database implements Queryable, OnApplicationShutdown {
  private constructor(
    private readonly source: DataSource,
    readonly patience: Patience,
  ) {}

  static async connect(url: string, poolSize: number, entities: Entity[], patience = ENDLESS): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      entities,
      installExtensions: false,
      applicationName: 'lienket',
      poolSize,
      extra: {
        connectionTimeoutMillis: CONNECT_MS,
        query_timeout: patience.statementMs,
        idle_in_transaction_session_timeout: patience.idleMs,
        keepAlive: true,
        options: '-c timezone=UTC',
        pipeline: true,
      },
    });
    await source.initialize();
    const pool = (source.driver as PostgresDriver).master as pg.Pool;
    pool.on('connect', (client) => {
      // Its end may come in one breath with its beginning, before TypeORM listens: whoever uses it is told, and the process lives on.
      client.on('error', () => undefined);
    });
    return new Database(source, patience);
  }

  query<Row>(statement: Sql): Promise<Row[]> {
    return statement instanceof Prepared ? this.readPrepared(statement) : run<Row>(this.source.manager, statement);
  }

  /** Asks on somebody's behalf: nothing can be changed by it. */
  as(actor: Actor): Queryable {
    return { query: (statement) => this.readAs(actor, statement) };
  }

  /** @param until when its connection is broken, whatever it is doing; in milliseconds since the epoch */
  async transaction<T>(work: (tx: Transaction) => Promise<T>, actor?: Actor, until = Infinity): Promise<T> {
    let breaking: NodeJS.Timeout | undefined;
    try {
      return await this.source.transaction(async (entities) => {
        if (until < Infinity) {
          const client = (await entities.queryRunner?.connect()) as pg.PoolClient;
          // Asked politely to end, pg waits for what is still to be answered.
          breaking = setTimeout(() => client.connection.stream.destroy(), until - Date.now());
        }
        const tx = new Transaction(entities);
        if (actor) await tx.query(becoming(actor));
        return work(tx);
      });
    } finally {
      clearTimeout(breaking);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private readPrepared<Row>(statement: Prepared): Promise<Row[]> {
    return this.onConnection(async (client) => {
      const answer = await client.query<Row & pg.QueryResultRow>(named(statement));
      return answer.rows;
    });
  }

  /** The actor's settings and the question in one round trip: each statement is sent before the one before has answered. */
  private readAs<Row>(actor: Actor, statement: Sql): Promise<Row[]> {
    return this.onConnection(async (client) => {
      const [, , answer] = await settled([
        client.query('begin read only'),
        client.query(named(becoming(actor))),
        client.query<Row & pg.QueryResultRow>(named(statement)),
        client.query('commit'),
      ]);
      return answer.rows;
    });
  }

  private async onConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      return await work((await runner.connect()) as pg.PoolClient);
    } finally {
      await runner.release();
    }
  }
}

/** Waits for all, so that the connection is idle again, and throws what failed first. */
async function settled<T extends readonly Promise<unknown>[]>(
  all: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(all);
  return await Promise.all(all);
}

const named = (statement: Sql) => ({
  text: statement.text,
  values: statement.values,
  ...(statement instanceof Prepared && { name: statement.planName() }),
});

const becoming = (actor: Actor): Sql =>
  new Prepared(
    sql`select set_config(name, value, true) from unnest(${Object.keys(actor)}::text[], ${Object.values(actor)}::text[]) as setting (name, value)`,
  );

async function run<Row>(entities: EntityManager, statement: Sql): Promise<Row[]> {
  const answer: unknown = await entities.query(statement.text, statement.values);
  // TypeORM answers updates and deletes as [rows, count], everything else as rows.
  return (isCounted(answer) ? answer[0] : answer) as Row[];
}

const isCounted = (answer: unknown): answer is [unknown[], number] =>
  Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';

/** The database as a door's own role may use it. */
export const databaseProvider = (role: DatabaseRole) => ({
  provide: Database,
  inject: [CONFIG, ENTITIES],
  useFactory: (config: Config, entities: Entity[]) =>
    Database.connect(urlOf(role, config), config.LIENKET_DATABASE_POOL, entities, PATIENCE[role]),
});
