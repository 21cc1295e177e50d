import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Log } from './log.js';
import { Metrics } from './metrics.js';
import { JobQueue } from './queue.js';

/** How many jobs failed for good and wait to be looked at. Read from the queue when Prometheus asks; none while it is away. */
@Injectable()
export class DeadLetterMetrics {
  constructor(
    private readonly queue: JobQueue,
    private readonly log: Log,
    { registry }: Metrics,
  ) {
    const count = () => this.count();
    new Gauge({
      name: 'lienket_dead_letters',
      help: 'Jobs that failed at their last attempt and are kept',
      labelNames: ['job'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const [job, letters] of await count()) this.set({ job }, letters);
      },
    });
  }

  private async count(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    try {
      for (const { job } of await this.queue.deadLetters()) counts.set(job, (counts.get(job) ?? 0) + 1);
    } catch (error) {
      this.log.warn({ error }, 'the dead letters could not be counted');
    }
    return counts;
  }
}
