import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import sql, { type Sql } from 'sql-template-tag';
import { Database } from './database.js';
import { Log } from './log.js';
import { Metrics } from './metrics.js';

/**
 * How far the effects are behind the facts: announcements that no job has taken yet, and the age of the oldest. Read from
 * the table when Prometheus asks, so that every process says the same; NaN while the database doesn't answer.
 */
@Injectable()
export class OutboxMetrics {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    { registry }: Metrics,
  ) {
    const gauge = (name: string, help: string, question: Sql) => {
      const read = () => this.read(question);
      new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          this.set(await read());
        },
      });
    };
    gauge(
      'lienket_outbox_announcements',
      'Announcements in the outbox that no job has taken yet',
      sql`select announcements as value from platform.outbox_depth()`,
    );
    gauge(
      'lienket_outbox_oldest_seconds',
      'Age of the oldest announcement in the outbox; 0 when it is empty',
      sql`select oldest_seconds as value from platform.outbox_depth()`,
    );
  }

  private async read(question: Sql): Promise<number> {
    try {
      const [row] = await this.database.query<{ value: number }>(question);
      return row?.value ?? NaN;
    } catch (error) {
      this.log.warn({ error }, 'the outbox could not be measured');
      return NaN;
    }
  }
}
