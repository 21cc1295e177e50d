import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { JobMetrics } from './job-metrics.js';
import { JobWatch } from './job-watch.js';
import { Log } from './log.js';
import { JobQueue, type JobDefinition, type JobHandler, type JobTaker } from './queue.js';
import { withoutValues } from './without-values.js';

const LOOKS_AFTER_MS = 5000;
const NOTICES_WITHIN_MS = 100;
/** A queue that is away, or can't be written, is tried many times a second. */
const SAYS_SO_AGAIN_AFTER_MS = 1000;

export const JOB_HANDLERS = Symbol('JobHandlers');

/** Takes jobs off the queue and hands each to its handler. Boot fails on a job that is defined with two handlers. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: JobTaker | undefined;
  private inHandCount = 0;
  private readonly stop = new AbortController();

  constructor(
    private readonly queue: JobQueue,
    private readonly log: Log,
    private readonly metrics: JobMetrics,
    private readonly watch: JobWatch,
    @Inject(JOB_HANDLERS) private readonly handlers: JobHandler[],
  ) {}

  onApplicationBootstrap(): void {
    const byName = new Map(this.handlers.map((handler) => [handler.job.name, handler]));
    if (byName.size !== this.handlers.length) throw new Error('A job is defined with two handlers.');
    this.worker = this.queue.worker(({ name, data }) => this.take(byName.get(name), name, data));
    this.worker.on('failed', (job, error) => {
      this.log.error({ job: job?.name, attempt: job?.attemptsMade, error: error.cause ?? error }, 'a job failed');
    });
    let saidAt = 0;
    this.worker.on('error', (error) => {
      // Who lets go of a queue may hear that it is gone.
      if (this.stop.signal.aborted) return;
      if (Date.now() - saidAt < SAYS_SO_AGAIN_AFTER_MS) return;
      saidAt = Date.now();
      this.log.warn({ error }, 'the job queue is out of reach; it is tried again');
    });
    void this.worker.run().catch((error: unknown) => {
      this.log.error({ error }, 'the job runner stopped');
    });
    this.watch.allIsWell();
    void this.lookAfter();
  }

  /** Lets the jobs in hand finish; takes no new ones. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    const closed = Promise.resolve(this.worker?.close(!this.queue.isReachable)).then(() => true);
    // What is in hand can't be given back to a queue that is away, or goes away meanwhile: BullMQ would wait until it is back.
    while (!(await Promise.race([closed, sleep(NOTICES_WITHIN_MS, !this.queue.isReachable)])));
  }

  private async take(handler: JobHandler | undefined, name: string, data: unknown): Promise<void> {
    this.inHandCount += 1;
    this.watch.allIsWell();
    try {
      if (!handler) throw new Error(`No handler for job ${name}.`);
      await this.metrics.measure(name, () => {
        const payload = handler.job.payload.parse((data as { payload: unknown }).payload);
        return withTimeout(handler.handle(payload), handler.job);
      });
    } catch (error) {
      throw withoutValues(error); // the queue keeps it
    } finally {
      this.inHandCount -= 1;
      this.watch.allIsWell();
    }
  }

  /** Nobody tells that the queue was wiped, or that its jobs aren't taken any more. */
  private async lookAfter(): Promise<void> {
    while (!this.stop.signal.aborted) {
      try {
        for (const { job } of this.handlers) await this.queue.schedule(job as JobDefinition<Record<string, never>>);
        if (this.inHandCount > 0 || (await this.queue.waitingCount()) === 0) this.watch.allIsWell();
      } catch (error) {
        this.log.warn({ error }, 'the job queue could not be looked after; it is tried again');
      }
      await sleep(LOOKS_AFTER_MS, null, { signal: this.stop.signal }).catch(() => null);
    }
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
