import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { z } from 'zod';
import { Database } from './database.js';
import { defineJob, type JobHandler } from './queue.js';

/** How long the same idempotency key does nothing again. */
const KEPT_DAYS = 30;

const forgetOld = defineJob({
  name: 'platform.forget-old',
  version: 1,
  payload: z.object({}),
  attemptsMax: 3,
  timeoutSeconds: 120,
  schedule: '40 3 * * *',
});

/** Throws away idempotency records after their 30 days, and counters whose window is over. */
@Injectable()
export class ForgetOld implements JobHandler<Record<string, never>> {
  readonly job = forgetOld;

  constructor(private readonly database: Database) {}

  async handle(): Promise<void> {
    await this.database.query(
      sql`delete from platform.idempotency_record where created_at < clock_timestamp() - make_interval(days => ${KEPT_DAYS})`,
    );
    await this.database.query(sql`delete from platform.rate_limit where window_ends_at < clock_timestamp()`);
  }
}
