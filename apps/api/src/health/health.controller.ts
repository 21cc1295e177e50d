import { Database, Log, Metrics } from '@lienket/platform';
import { Controller, Get, Header, HttpCode, ServiceUnavailableException } from '@nestjs/common';
import { prometheusContentType } from 'prom-client';
import sql from 'sql-template-tag';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
    private readonly log: Log,
    private readonly figures: Metrics,
  ) {}

  /** The process answers. */
  @Get('health/live')
  @HttpCode(200)
  live() {
    return { status: 'live' };
  }

  /** Work can be sent here: migrated, seeded, and the database answers. */
  @Get('health/ready')
  async ready() {
    if (!this.readiness.isReady) throw new ServiceUnavailableException({ status: 'not ready' });
    try {
      await this.database.query(sql`select 1`);
    } catch (error) {
      this.log.warn({ error }, 'the database does not answer');
      throw new ServiceUnavailableException({ status: 'database out of reach' });
    }
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
