import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from './database.js';
import { Log } from './log.js';
import type { WorkQueue } from './queue.js';
import { reportQueue } from './queue-report.store.js';

const EVERY_MS = 5000;

export const WORK_QUEUES = Symbol('WorkQueues');

/** Says every few seconds in the database what the queues have. No job: where none is taken any more, that is to be seen. */
@Injectable()
export class QueueReports implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stop = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    @Inject(WORK_QUEUES) readonly queues: readonly WorkQueue[],
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  /** A queue that is out of reach keeps no other from being reported. */
  async report(): Promise<void> {
    for (const queue of this.queues)
      try {
        await this.database.transaction((tx) => reportQueue(tx, queue));
      } catch (error) {
        this.log.warn({ error, queue: queue.name }, 'a queue could not be reported; it is tried again');
      }
  }

  private async run(): Promise<void> {
    while (!this.stop.signal.aborted) {
      await this.report();
      await sleep(EVERY_MS, null, { signal: this.stop.signal }).catch(() => null);
    }
  }
}
