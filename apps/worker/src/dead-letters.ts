import { EmailQueue } from '@lienket/notices';
import {
  Clock,
  Database,
  JobQueue,
  readConfig,
  urlOf,
  type Config,
  type DeadLetter,
  type WorkQueue,
} from '@lienket/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import 'reflect-metadata';
import { migrateDatabase } from '../../../database/migrate.js';

const REACHED_WITHIN_MS = 5000;
const POLL_MS = 50;

/** Jobs that failed for good, and e-mails that were refused for good; with `replay`, an id or `all`, they start anew. @returns what to tell the person at the keyboard */
export async function main(
  replay: string | undefined,
  config: Config = readConfig(),
): Promise<{ ok: boolean; message: string }> {
  await migrateDatabase(config);
  const queue = await JobQueue.connect(config);
  const database = await Database.connect(urlOf('lienket_worker', config), 1, []);
  try {
    for (let waitedMs = 0; !queue.isReachable && waitedMs < REACHED_WITHIN_MS; waitedMs += POLL_MS)
      await sleep(POLL_MS);
    const queues = [queue, new EmailQueue(database, new Clock())];
    return await (replay === undefined ? list(queues) : startAnew(queues, replay));
  } finally {
    await database.close();
    await queue.close();
  }
}

async function list(queues: readonly WorkQueue[]): Promise<{ ok: true; message: string }> {
  const letters = await ofAll(queues, (queue) => queue.deadLetters());
  if (letters.length === 0) return { ok: true, message: 'No job has failed for good.' };
  const last = 'Mend the cause, then: npm run dead-letters -- --replay <id>, or all.';
  return { ok: true, message: [...letters.map(lineOf), last].join('\n') };
}

const lineOf = ({ id, job, failedAt, attempts, reason }: DeadLetter): string =>
  `${id}  ${job}  ${failedAt.toISOString()}  after ${String(attempts)} attempts  ${reason}`;

async function startAnew(queues: readonly WorkQueue[], replay: string): Promise<{ ok: boolean; message: string }> {
  const started = await ofAll(queues, (queue) => queue.replay(replay));
  if (started.length === 0 && replay !== 'all') return { ok: false, message: `No job ${replay} has failed for good.` };
  return { ok: true, message: `${String(started.length)} started anew. What fails again is listed again.` };
}

async function ofAll<T>(queues: readonly WorkQueue[], ask: (queue: WorkQueue) => Promise<T[]>): Promise<T[]> {
  return (await Promise.all(queues.map(ask))).flat();
}
