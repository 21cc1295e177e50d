import type { Day, Queryable } from '@lienket/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { BookKeeper } from './book-keeper.js';
import type { FromThread, RankingStart, RankingWish, Shortlists, ToThread } from './ranking-messages.js';

/** A new listing matches within a second of its commit: this often what has changed is read, and reading takes some milliseconds. */
const FOLLOW_MS = 200;
/** A book that hasn't been current for so long answers nothing. */
const CURRENT_MS = 1000;
const AGAIN_MS = 5000;
const ANSWERED_WITHIN_MS = 60_000;
/** More candidates than this are cheaper to rank by the statement over all. */
const CANDIDATES_MAX = 2000;

const { databaseUrl, ...start } = workerData as RankingStart;
let { today } = start;
let keeper: BookKeeper | null = null;
let currentAt = -Infinity;

const tell = (message: FromThread): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ number, ...wish }: ToThread) => {
  today = wish.today > today ? wish.today : today;
  tell({ about: 'answer', number, shortlists: answer(wish) });
});

function answer({ anchor, ids, weights, most, countMost, today: day }: RankingWish): Shortlists | null {
  if (keeper?.today !== day || performance.now() - currentAt > CURRENT_MS) return null;
  const { book } = keeper;
  return ids.map((id) => {
    const shortlist = book.best(anchor, id, weights, most, countMost);
    return shortlist !== null && shortlist.candidates.length <= CANDIDATES_MAX ? shortlist : null;
  });
}

/** Opens a book of each day, and keeps it current. Whatever fails is tried again; meanwhile nothing is answered from it. */
for (;;) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'lienket-ranking',
    keepAlive: true,
    query_timeout: ANSWERED_WITHIN_MS,
    options: '-c timezone=UTC -c statement_timeout=60s',
  });
  try {
    client.on('error', (error) => {
      tell({ about: 'fault', error });
    });
    await client.connect();
    await keepBook(database(client), today);
  } catch (error) {
    tell({ about: 'fault', error });
    await sleep(AGAIN_MS);
  } finally {
    keeper = null;
    await client.end().catch(() => undefined); // it may be broken already
  }
}

async function keepBook(postgres: Queryable, day: Day): Promise<void> {
  const startedAt = performance.now();
  keeper = await BookKeeper.open(postgres, day);
  const { listingCount, demandCount } = keeper.book;
  tell({ about: 'opened', listingCount, demandCount, seconds: (performance.now() - startedAt) / 1000 });
  while (today === day) {
    const readAt = performance.now();
    await keeper.follow();
    currentAt = readAt;
    await sleep(FOLLOW_MS);
  }
  tell({ about: 'closed' });
}

function database(client: pg.Client): Queryable {
  return {
    query: async <Row>(statement: Sql) => {
      const { rows } = await client.query(statement.text, statement.values);
      return rows as Row[];
    },
  };
}
