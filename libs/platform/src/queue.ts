import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createPostgresBackend, createRedisBackend, runMigrations, withBackend, type Queue } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { z } from 'zod';
import { CONFIG, type Config } from './config.js';
import { urlOf, type DatabaseAddresses } from './database-role.js';
import { JobMetrics } from './job-metrics.js';
import { Log } from './log.js';

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

type JobProcess = (job: { name: string; data: unknown }) => Promise<void>;
/** What is used of a BullMQ worker, whichever backend it has. */
interface JobTaker {
  on(event: 'failed', heard: (job: { name: string; attemptsMade: number } | undefined, error: Error) => void): unknown;
  on(event: 'error', heard: (error: Error) => void): unknown;
  run(): Promise<void>;
  close(): Promise<void>;
}

const QUEUE = 'lienket';
const CONCURRENCY = 4;
const KEPT_FAILED_JOBS = 1000;

/** The carrier of jobs: Redis where REDIS_URL is set, else PostgreSQL. Losing it whole loses nothing but time. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private constructor(
    private readonly queue: Pick<Queue, 'add' | 'upsertJobScheduler' | 'close'> & {
      on(event: 'error', listener: () => void): unknown;
    },
    private readonly openWorker: (process: JobProcess) => JobTaker,
    private readonly closeConnection: () => Promise<unknown>,
  ) {
    queue.on('error', () => undefined); // out of reach: whoever adds a job next is told, and nobody's console
  }

  static async connect(config: DatabaseAddresses & Pick<Config, 'REDIS_URL'>): Promise<JobQueue> {
    if (config.REDIS_URL !== undefined) {
      const connection = new Redis(config.REDIS_URL, { maxRetriesPerRequest: null });
      const backend = withBackend(createRedisBackend);
      return new JobQueue(
        new backend.Queue(QUEUE, { connection }),
        (process) => new backend.Worker(QUEUE, process, { connection, concurrency: CONCURRENCY, autorun: false }),
        () => connection.quit(),
      );
    }
    const connection = new pg.Pool({
      connectionString: urlOf('lienket_worker', config),
      max: 8,
      options: '-c search_path=bullmq,public',
      keepAlive: true,
    });
    connection.on('error', () => undefined); // an idle connection broke: the pool replaces it, and whoever needs it next is told
    // One in use broke: whoever uses it is told. BullMQ doesn't listen while it gets ready, and that would end the process.
    connection.on('connect', (client) => client.on('error', () => undefined));
    const backend = withBackend(createPostgresBackend);
    return new JobQueue(
      new backend.Queue(QUEUE, { connection }),
      (process) => new backend.Worker(QUEUE, process, { connection, concurrency: CONCURRENCY, autorun: false }),
      () => connection.end(),
    );
  }

  async add<Payload>(job: JobDefinition<Payload>, payload: Payload): Promise<void> {
    await this.queue.add(job.name, { version: job.version, payload }, settings(job));
  }

  async schedule(job: JobDefinition<Record<string, never>>): Promise<void> {
    if (job.schedule === undefined) return;
    await this.queue.upsertJobScheduler(
      job.name,
      { pattern: job.schedule, tz: 'Asia/Ho_Chi_Minh' },
      { name: job.name, data: { version: job.version, payload: {} }, opts: settings(job) },
    );
  }

  worker(process: JobProcess): JobTaker {
    return this.openWorker(process);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
    await this.closeConnection();
  }
}

const settings = (job: JobDefinition<never> | JobDefinition<unknown>) => ({
  attempts: job.attemptsMax,
  backoff: { type: 'exponential', delay: 200 },
  removeOnComplete: true,
  removeOnFail: KEPT_FAILED_JOBS,
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

export const JOB_HANDLERS = Symbol('JobHandlers');

/** Takes jobs off the queue and hands each to its handler. Boot fails on a job that is defined with two handlers. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: JobTaker | undefined;

  constructor(
    private readonly queue: JobQueue,
    private readonly log: Log,
    private readonly metrics: JobMetrics,
    @Inject(JOB_HANDLERS) private readonly handlers: JobHandler[],
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const byName = new Map(this.handlers.map((handler) => [handler.job.name, handler]));
    if (byName.size !== this.handlers.length) throw new Error('A job is defined with two handlers.');
    for (const handler of this.handlers) await this.queue.schedule(handler.job as JobDefinition<Record<string, never>>);
    this.worker = this.queue.worker(async ({ name, data }) => {
      const handler = byName.get(name);
      if (!handler) throw new Error(`No handler for job ${name}.`);
      await this.metrics.measure(name, () => {
        const payload = handler.job.payload.parse((data as { payload: unknown }).payload);
        return withTimeout(handler.handle(payload), handler.job);
      });
    });
    this.worker.on('failed', (job, error) => {
      this.log.error({ job: job?.name, attempt: job?.attemptsMade, error }, 'a job failed');
    });
    this.worker.on('error', (error) => {
      this.log.warn({ error }, 'the job queue is out of reach; it is tried again');
    });
    void this.worker.run().catch((error: unknown) => {
      this.log.error({ error }, 'the job runner stopped');
    });
  }

  /** Lets the jobs in hand finish; takes no new ones. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }
}

async function withTimeout(work: Promise<void>, job: JobDefinition<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Job ${job.name} took longer than ${String(job.timeoutSeconds)} s.`));
    }, job.timeoutSeconds * 1000);
  });
  try {
    await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
