import { PostingStore } from '@lienket/market';
import { Clock, Database } from '@lienket/platform';
import { parentPort, workerData } from 'node:worker_threads';
import { readBook, type BookRead } from './round-book.reads.js';
import type { FromThread, RoundStart } from './round-messages.js';
import { RoundResultStore, type RoundResult } from './round-result.store.js';
import { resultOf } from './round-result.js';

const { databaseUrl, round, today } = workerData as RoundStart;

const tell = (message: FromThread): void => parentPort?.postMessage(message);

/** Solving takes all of this thread's time; whoever started it hears how far it is, and ends it where nobody wants it any more. */
const database = await Database.connect(databaseUrl, 1, []);
try {
  tell(await run());
} catch (error) {
  tell({ about: 'fault', error });
} finally {
  await database.close();
}

async function run(): Promise<FromThread> {
  const read = await readBook(database, round, today);
  const result = solved(read);
  return 'about' in result ? result : keep(result);
}

function solved(read: BookRead): RoundResult | FromThread {
  try {
    return resultOf(read, new Clock(), (progress) => {
      tell({ about: 'progress', progress });
    });
  } catch (error) {
    return { about: 'failed', failure: 'UNSOUND', error };
  }
}

async function keep(result: RoundResult): Promise<FromThread> {
  const store = new RoundResultStore(new PostingStore());
  try {
    await database.transaction(async (tx) => {
      if (!(await store.keep(tx, round, result))) throw new Superseded();
    });
  } catch (error) {
    if (error instanceof Superseded) return { about: 'superseded' };
    throw error;
  }
  const { book, allocations } = result;
  return {
    about: 'kept',
    listingCount: book.listings.length,
    demandCount: book.demands.length,
    allocationCount: allocations.length,
  };
}

class Superseded extends Error {}
