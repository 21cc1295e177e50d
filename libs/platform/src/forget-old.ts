import { Inject, Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { Database } from './database.js';
import { defineJob, type JobHandler } from './queue.js';

/** Rows that are kept for a while only. */
export interface RetentionRule {
  readonly what: string;
  /** `from … where …`: those whose time is over. */
  readonly over: Sql;
}

export const RETENTION = Symbol('Retention');

export const platformRetention: readonly RetentionRule[] = [
  {
    what: 'idempotency keys after 30 days',
    over: sql`from platform.idempotency_record where created_at < clock_timestamp() - interval '30 days'`,
  },
  {
    what: 'counted attempts after their window',
    over: sql`from platform.rate_limit where window_ends_at < clock_timestamp()`,
  },
];

const forgetOld = defineJob({
  name: 'platform.forget-old',
  version: 1,
  payload: z.object({}),
  attemptsMax: 3,
  timeoutSeconds: 120,
  schedule: '40 3 * * *',
});

export interface Forgotten {
  readonly what: string;
  readonly count: number;
}

/** Throws away what is over, by the rules of every room. */
@Injectable()
export class ForgetOld implements JobHandler<Record<string, never>> {
  readonly job = forgetOld;

  constructor(
    private readonly database: Database,
    @Inject(RETENTION) private readonly rules: readonly RetentionRule[],
  ) {}

  async handle(): Promise<void> {
    await this.forget();
  }

  /** What would be thrown away now. */
  due(): Promise<Forgotten[]> {
    return this.each(({ over }) => sql`select count(*) as count ${over}`);
  }

  forget(): Promise<Forgotten[]> {
    return this.each(({ over }) => sql`with gone as (delete ${over} returning 1) select count(*) as count from gone`);
  }

  private async each(statement: (rule: RetentionRule) => Sql): Promise<Forgotten[]> {
    const counted: Forgotten[] = [];
    for (const rule of this.rules) {
      const [row] = await this.database.query<{ count: number }>(statement(rule));
      counted.push({ what: rule.what, count: row?.count ?? 0 });
    }
    return counted;
  }
}
