import { Database, type Queryable } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { Lienket } from './lienket.js';

const OF_JOBS = /platform\.outbox|participation\.known_instant/;

/** The texts of the questions that the API asks PostgreSQL meanwhile; what the relay and the feed look up beside it is left out. */
export async function statementsOf(lienket: Lienket, work: () => Promise<unknown>): Promise<string[]> {
  const api = await databaseOfApi(lienket);
  const [query, as] = [api.query.bind(api), api.as.bind(api)];
  const texts: string[] = [];
  const noted =
    (ask: Queryable['query']): Queryable['query'] =>
    (statement) => {
      if (!OF_JOBS.test(statement.text)) texts.push(statement.text);
      return ask(statement);
    };
  api.query = noted(query);
  api.as = (actor) => ({ query: noted(as(actor).query) });
  try {
    await work();
  } finally {
    api.query = query;
    api.as = as;
  }
  return texts;
}

/** Jobs have one of their own. */
async function databaseOfApi(lienket: Lienket): Promise<Database> {
  for (const database of lienket.parts(Database)) {
    const [role] = await database.query<{ name: string }>(sql`select current_user as name`);
    if (role?.name === 'lienket_api') return database;
  }
  throw new Error('The API has no database.');
}
