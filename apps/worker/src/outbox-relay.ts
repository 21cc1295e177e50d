import {
  CONFIG,
  Database,
  JOB_HANDLERS,
  JobQueue,
  Log,
  Metrics,
  type Config,
  type JobHandler,
} from '@lienket/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Counter } from 'prom-client';
import sql from 'sql-template-tag';

const AGAIN_MS = 1000;

interface Waiting {
  readonly topic: string;
  readonly newest: number;
}

/**
 * Looks into the outbox every few milliseconds and starts the job that drains what lies there. It looks rather than
 * listens: a NOTIFY in the signing transaction would make commits queue up behind each other. What still lies there a
 * second later is announced again, so that a lost job, or a lost queue, costs a second.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly started = new Map<string, { upTo: number; at: number }>();
  private readonly again: Counter;
  private readonly stop = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly log: Log,
    { registry }: Metrics,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(JOB_HANDLERS) private readonly handlers: JobHandler<Record<string, never>>[],
  ) {
    this.again = new Counter({
      name: 'lienket_outbox_reannounced_total',
      help: 'Times that announcements were passed on once more, since no job had taken them within a second',
      registers: [registry],
    });
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stop.signal.aborted) {
      try {
        await this.look();
      } catch (error) {
        this.log.warn({ error }, 'the outbox could not be relayed; it is tried again');
        await this.pause(AGAIN_MS);
      }
      await this.pause(this.config.LIENKET_RELAY_POLL_MS);
    }
  }

  private async look(): Promise<void> {
    const waiting = await this.database.query<Waiting>(
      sql`select topic, max(id) as newest from platform.outbox group by topic`,
    );
    if (waiting.length === 0) return;
    for (const { job } of this.handlers) {
      const newest = Math.max(
        0,
        ...waiting.filter(({ topic }) => job.drains?.includes(topic)).map(({ newest: id }) => id),
      );
      const before = this.started.get(job.name);
      if (newest === 0 || (before && newest <= before.upTo && Date.now() - before.at < AGAIN_MS)) continue;
      await this.queue.add(job, {});
      if (before && newest <= before.upTo) this.again.inc();
      this.started.set(job.name, { upTo: newest, at: Date.now() });
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, null, { signal: this.stop.signal }).catch(() => null);
  }
}
