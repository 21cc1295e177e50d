import { CONFIG, JobWatch, Metrics, type Config } from '@lienket/platform';
import { Controller, Get, Header, HttpCode, Inject, ServiceUnavailableException } from '@nestjs/common';
import { prometheusContentType } from 'prom-client';
import { DatabaseHealth } from './database-health.js';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(
    private readonly database: DatabaseHealth,
    private readonly readiness: Readiness,
    private readonly jobs: JobWatch,
    private readonly figures: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The process answers. */
  @Get('health/live')
  @HttpCode(200)
  live() {
    return { status: 'live' };
  }

  /** Work can be sent here: migrated, seeded, and the database takes it. */
  @Get('health/ready')
  async ready() {
    if (!this.readiness.isReady) throw new ServiceUnavailableException({ status: 'not ready' });
    const fault = await this.database.fault();
    if (fault !== null) throw new ServiceUnavailableException({ status: fault });
    // Who also answers goes on answering: a signature needs no job.
    if (this.config.LIENKET_ROLE === 'worker' && this.jobs.isStalled)
      throw new ServiceUnavailableException({ status: 'jobs are not taken' });
    return { status: 'ready' };
  }

  /** Figures for Prometheus: counts and durations, nothing of anybody's. */
  @Get('metrics')
  @Header('content-type', prometheusContentType)
  @Header('cache-control', 'no-store')
  metrics() {
    return this.figures.text();
  }
}
