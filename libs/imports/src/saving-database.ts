import { CONFIG, Database, ENTITIES, urlOf, type Config, type Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';

/** The database as the API's role: what an import saves, it saves on behalf of who started it, and is judged as theirs. */
export const SavingDatabase = Symbol('SavingDatabase');

const POOL = 2;
/** Thousands of rows in one statement take longer than what a request asks. */
const PATIENCE = { statementMs: 30_000, commandMs: Infinity, idleMs: 30_000 };

export const savingDatabaseProvider = {
  provide: SavingDatabase,
  inject: [CONFIG, ENTITIES],
  useFactory: (config: Config, entities: Parameters<typeof Database.connect>[2]) =>
    Database.connect(urlOf('lienket_api', config), POOL, entities, PATIENCE),
};

/** For this transaction alone: the API's role is given up after two seconds. */
export async function allowTime(tx: Transaction): Promise<void> {
  await tx.query(sql`
    select set_config('statement_timeout', ${String(PATIENCE.statementMs)}, true), set_config('lock_timeout', '5s', true)`);
}
