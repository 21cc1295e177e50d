import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';
import { Metrics } from './metrics.js';

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300];

/** How long each kind of job takes, and how often it fails. An attempt that is repeated counts each time. */
@Injectable()
export class JobMetrics {
  private readonly durations: Histogram<'job'>;
  private readonly failures: Counter<'job'>;

  constructor({ registry }: Metrics) {
    this.durations = new Histogram({
      name: 'lienket_job_duration_seconds',
      help: 'Duration of the attempts at a job, failed ones too',
      labelNames: ['job'],
      buckets: BUCKETS_SECONDS,
      registers: [registry],
    });
    this.failures = new Counter({
      name: 'lienket_job_failures_total',
      help: 'Attempts at a job that failed',
      labelNames: ['job'],
      registers: [registry],
    });
  }

  async measure(job: string, work: () => Promise<void>): Promise<void> {
    const stop = this.durations.startTimer({ job });
    try {
      await work();
    } catch (error) {
      this.failures.inc({ job });
      throw error;
    } finally {
      stop();
    }
  }
}
