import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, createRedisBackend, runMigrations, withBackend, type Queue } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { z } from 'zod';
import { CONFIG, type Config } from './config.js';
import { urlOf, type DatabaseAddresses } from './database-role.js';

/** A kind of job: light enough to import anywhere. Its payload holds ids and plain values only. */
export interface JobDefinition<Payload> {
  readonly name: string;
  readonly version: number;
  readonly payload: z.ZodType<Payload>;
  readonly attemptsMax: number;
  readonly timeoutSeconds: number;
  /** Topics whose announcements the job takes out of the outbox: the relay starts it whenever there are any. */
  readonly drains?: readonly string[];
  /** Cron pattern in Asia/Ho_Chi_Minh; a job with a schedule takes an empty payload, like one that drains. */
  readonly schedule?: string;
}

export const defineJob = <Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> => definition;

export interface JobHandler<Payload = unknown> {
  readonly job: JobDefinition<Payload>;
  handle(payload: Payload): Promise<void>;
}

export type JobProcess = (job: { name: string; data: unknown }) => Promise<void>;
/** What is used of a BullMQ worker, whichever backend it has. */
export interface JobTaker {
  on(event: 'failed', heard: (job: { name: string; attemptsMade: number } | undefined, error: Error) => void): unknown;
  on(event: 'error', heard: (error: Error) => void): unknown;
  run(): Promise<void>;
  close(force?: boolean): Promise<void>;
}

/** A job that failed at its last attempt, and is kept to be looked at. */
export interface DeadLetter {
  readonly id: string;
  readonly job: string;
  readonly failedAt: Date;
  readonly attempts: number;
  readonly reason: string;
}

export interface QueueCounts {
  /** Could be taken now. */
  readonly waiting: number;
  /** In hand; null where that is not told from what is delayed. */
  readonly active: number | null;
  /** Wait for their time: those of schedules, and what is tried again later. */
  readonly delayed: number;
}

/** Where things wait to be done, and are kept when they failed for good. */
export interface WorkQueue {
  readonly name: string;
  counts(): Promise<QueueCounts>;
  /** The newest first. */
  deadLetters(): Promise<DeadLetter[]>;
  /** Starts this dead letter, or `all`, anew, with all its attempts. @returns which */
  replay(which: string): Promise<string[]>;
}

const QUEUE = 'lienket';
const CONCURRENCY = 4;
/** The newest; older ones are forgotten. */
const DEAD_LETTERS_MOST = 1000;
const REDIS_ANSWERS_WITHIN_MS = 5000;
const CONNECT_MS = 5000;
/** Nothing that carries jobs takes long: a statement without an answer has met a broken network. */
const STATEMENT_MS = 5000;
const HEARTBEAT_MS = 5000;

/** The carrier of jobs: Redis where REDIS_URL is set, else PostgreSQL. Losing it whole loses nothing but time. */
@Injectable()
export class JobQueue implements WorkQueue, OnApplicationShutdown {
  readonly name = 'JOBS';
  private readonly scheduled = new Set<string>();

  private constructor(
    private readonly queue: Pick<
      Queue,
      'add' | 'upsertJobScheduler' | 'getJobScheduler' | 'getWaitingCount' | 'getJobCounts' | 'getFailed' | 'close'
    > & { on(event: 'error', listener: () => void): unknown },
    private readonly openWorker: (process: JobProcess) => JobTaker,
    private readonly closeConnection: () => Promise<void>,
    private readonly isConnected: () => boolean = () => true,
  ) {
    queue.on('error', () => undefined); // out of reach: whoever adds a job next is told, and nobody's console
  }

  static async connect(config: DatabaseAddresses & Pick<Config, 'REDIS_URL'>): Promise<JobQueue> {
    const url = config.REDIS_URL;
    if (url !== undefined) {
      // Whoever asks is told at once that Redis is away; only who waits for jobs waits for Redis, too.
      const asking = new Redis(url, {
        enableOfflineQueue: false,
        maxRetriesPerRequest: 0,
        commandTimeout: REDIS_ANSWERS_WITHIN_MS,
      });
      let waiting: Redis | undefined;
      const backend = withBackend(createRedisBackend);
      return new JobQueue(
        // A look at the version that fails would fail for ever after.
        new backend.Queue(QUEUE, { connection: asking, skipVersionCheck: true }),
        (process) => {
          waiting = new Redis(url, { maxRetriesPerRequest: null });
          waiting.on('error', () => undefined); // the worker says it
          return new backend.Worker(QUEUE, process, { connection: waiting, concurrency: CONCURRENCY, autorun: false });
        },
        () => {
          asking.disconnect();
          waiting?.disconnect();
          return Promise.resolve();
        },
        () => asking.status === 'ready',
      );
    }
    const connection = new pg.Pool({
      connectionString: urlOf('lienket_worker', config),
      max: 8,
      options: '-c search_path=bullmq,public',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: STATEMENT_MS,
      pipeline: true, // as it is otherwise, pg hands a connection out again that still owes an answer
    });
    connection.on('error', () => undefined); // an idle connection broke: the pool replaces it, and whoever needs it next is told
    connection.on('connect', (client) => {
      // One in use broke: whoever uses it is told. BullMQ doesn't listen while it gets ready, and that would end the process.
      client.on('error', () => undefined);
      // The one that is told of jobs waits for an hour at a time: it has to find out that nobody speaks to it any more.
      const asking = setInterval(() => void client.query('select').catch(() => undefined), HEARTBEAT_MS).unref();
      client.once('end', () => {
        clearInterval(asking);
      });
    });
    const backend = withBackend(createPostgresBackend);
    return new JobQueue(
      new backend.Queue(QUEUE, { connection }),
      (process) => new backend.Worker(QUEUE, process, { connection, concurrency: CONCURRENCY, autorun: false }),
      () => connection.end(),
    );
  }

  async add<Payload>(job: JobDefinition<Payload>, payload: Payload): Promise<void> {
    await this.reached().add(job.name, { version: job.version, payload }, settings(job));
  }

  /** Once with what this release says, and again whenever the schedule is gone: a Redis that was wiped has none. */
  async schedule(job: JobDefinition<Record<string, never>>): Promise<void> {
    if (job.schedule === undefined) return;
    const queue = this.reached();
    if (this.scheduled.has(job.name) && (await queue.getJobScheduler(job.name))) return;
    await queue.upsertJobScheduler(
      job.name,
      { pattern: job.schedule, tz: 'Asia/Ho_Chi_Minh' },
      { name: job.name, data: { version: job.version, payload: {} }, opts: settings(job) },
    );
    this.scheduled.add(job.name);
  }

  /** How many jobs could be taken now. */
  waitingCount(): Promise<number> {
    return this.reached().getWaitingCount();
  }

  async counts(): Promise<QueueCounts> {
    const { waiting = 0, active = 0, delayed = 0 } = await this.reached().getJobCounts('waiting', 'active', 'delayed');
    return { waiting, active, delayed };
  }

  async deadLetters(): Promise<DeadLetter[]> {
    const failed = await this.reached().getFailed();
    return failed.map(({ id = '', name, finishedOn = 0, attemptsMade, failedReason }) => ({
      id,
      job: name,
      failedAt: new Date(finishedOn),
      attempts: attemptsMade,
      reason: failedReason,
    }));
  }

  async replay(which: string): Promise<string[]> {
    const failed = await this.reached().getFailed();
    const chosen = failed.filter(({ id }) => which === 'all' || id === which);
    for (const job of chosen) await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    return chosen.map(({ id = '' }) => id);
  }

  get isReachable(): boolean {
    return this.isConnected();
  }

  worker(process: JobProcess): JobTaker {
    return this.openWorker(process);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    await this.queue.close();
    await this.closeConnection();
  }

  private reached(): typeof this.queue {
    if (!this.isReachable) throw new Error('The job queue is out of reach.');
    return this.queue;
  }
}

const settings = (job: JobDefinition<never> | JobDefinition<unknown>) => ({
  attempts: job.attemptsMax,
  backoff: { type: 'exponential', delay: 200 },
  removeOnComplete: true,
  // What a job didn't drain lies in the outbox still and is tried each second: a letter for each try would say no more.
  removeOnFail: job.drains ? true : DEAD_LETTERS_MOST,
});

export const jobQueueProvider = {
  provide: JobQueue,
  inject: [CONFIG],
  useFactory: (config: Config) => JobQueue.connect(config),
};

/** Creates what the PostgreSQL carrier stores its jobs in, its counter of ids too: whoever takes jobs may create nothing. */
export async function migrateJobQueue(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, 'bullmq');
    await client.query('select bullmq.next_job_id($1)', [QUEUE]);
    await client.query(`
      grant usage on schema bullmq to lienket_worker;
      grant select, insert, update, delete on all tables in schema bullmq to lienket_worker;
      grant usage on all sequences in schema bullmq to lienket_worker;`);
  } finally {
    await client.end();
  }
}
