import sql from 'sql-template-tag';
import type { Queryable } from './database.js';
import { accept, refuse, type Result } from './result.js';

export interface RateLimit {
  readonly key: string;
  readonly most: number;
  readonly windowSeconds: number;
}

/** Uses up one of a window's attempts, or as many. Counted in the database, so that every process counts alike. */
export async function useAttempt(database: Queryable, limit: RateLimit, count = 1): Promise<Result<void>> {
  const [row] = await database.query<{ used: number; seconds: number }>(sql`
    insert into platform.rate_limit as rate_limit (key, used, window_ends_at)
    values (${limit.key}, ${count}, clock_timestamp() + make_interval(secs => ${limit.windowSeconds}))
    on conflict (key) do update set
      used = case when rate_limit.window_ends_at <= clock_timestamp() then excluded.used else rate_limit.used + excluded.used end,
      window_ends_at = case when rate_limit.window_ends_at <= clock_timestamp() then excluded.window_ends_at else rate_limit.window_ends_at end
    returning used, ceil(extract(epoch from window_ends_at - clock_timestamp()))::int as seconds`);
  return row !== undefined && row.used > limit.most
    ? refuse({ code: 'RATE_LIMITED', retryAfterSeconds: Math.max(1, row.seconds) })
    : accept(undefined);
}

/** Whether all attempts of a window are used up, without using one. */
export async function checkAttempts(database: Queryable, limit: RateLimit): Promise<Result<void>> {
  const [row] = await database.query<{ seconds: number }>(sql`
    select ceil(extract(epoch from window_ends_at - clock_timestamp()))::int as seconds from platform.rate_limit
    where key = ${limit.key} and used >= ${limit.most} and window_ends_at > clock_timestamp()`);
  return row ? refuse({ code: 'RATE_LIMITED', retryAfterSeconds: Math.max(1, row.seconds) }) : accept(undefined);
}

export async function forgetAttempts(database: Queryable, key: string): Promise<void> {
  await database.query(sql`delete from platform.rate_limit where key = ${key}`);
}
