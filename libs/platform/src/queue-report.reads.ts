import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Database, type Actor } from './database.js';
import { pageOf, type Page, type PageRequest } from './page.js';

export interface QueueReport {
  readonly name: string;
  readonly waitingCount: number;
  readonly activeCount: number | null;
  readonly delayedCount: number;
  readonly failedCount: number;
  readonly countedAt: Date;
  /** Of the counts, by the database's clock. */
  readonly ageSeconds: number;
}

export interface ReportedLetter {
  readonly id: string;
  readonly queue: string;
  readonly job: string;
  readonly failedAt: Date;
  readonly attemptCount: number;
  readonly reason: string;
}

/** What workers say of the queues: to administrators, and nothing to others. */
@Injectable()
export class QueueReportReads {
  constructor(private readonly database: Database) {}

  queues(actor: Actor): Promise<QueueReport[]> {
    return this.database.as(actor).query<QueueReport>(sql`
      select queue as name, waiting_count as "waitingCount", active_count as "activeCount", delayed_count as "delayedCount",
        failed_count as "failedCount", counted_at as "countedAt",
        greatest(0, extract(epoch from clock_timestamp() - counted_at))::integer as "ageSeconds"
      from platform.queue_report order by queue desc`);
  }

  /** The newest first; the cursor holds instant and id. */
  async deadLetters(actor: Actor, { first, after }: PageRequest): Promise<Page<ReportedLetter>> {
    const [at = null, id = null] = after ?? [];
    const rows = await this.database.as(actor).query<ReportedLetter>(sql`
      select id, queue, job, failed_at as "failedAt", attempt_count as "attemptCount", reason from platform.dead_letter
      where ${at}::timestamptz is null or (failed_at, id) < (${at}::timestamptz, ${id}::uuid)
      order by failed_at desc, id desc limit ${first + 1}`);
    return pageOf(rows, first);
  }

  async countDeadLetters(actor: Actor): Promise<number> {
    const [row] = await this.database
      .as(actor)
      .query<{ count: number }>(sql`select count(*) from platform.dead_letter`);
    return row?.count ?? 0;
  }
}
