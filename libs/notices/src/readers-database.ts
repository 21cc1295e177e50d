import { CONFIG, Database, urlOf, type Config } from '@lienket/platform';

/** The database as the API's role: what an e-mail says is what its reader may see at that moment, judged as theirs. */
export const ReadersDatabase = Symbol('ReadersDatabase');

const POOL = 1;
const PATIENCE = { statementMs: 4000, commandMs: Infinity, idleMs: 5000 };

export const readersDatabaseProvider = {
  provide: ReadersDatabase,
  inject: [CONFIG],
  useFactory: (config: Config) => Database.connect(urlOf('lienket_api', config), POOL, [], PATIENCE),
};
