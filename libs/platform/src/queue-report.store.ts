import sql from 'sql-template-tag';
import type { Transaction } from './database.js';
import type { WorkQueue } from './queue.js';

/** Looks at a queue, and writes what it has in the place of what was written before. One looks at a time, so that the last to write has looked last. */
export async function reportQueue(tx: Transaction, queue: WorkQueue): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`platform.queue_report ${queue.name}`}, 0))`);
  const [{ waiting, active, delayed }, letters] = await Promise.all([queue.counts(), queue.deadLetters()]);
  await tx.query(sql`
    insert into platform.queue_report (queue, waiting_count, active_count, delayed_count, failed_count, counted_at)
    values (${queue.name}, ${waiting}, ${active}, ${delayed}, ${letters.length}, clock_timestamp())
    on conflict (queue) do update set waiting_count = excluded.waiting_count, active_count = excluded.active_count,
      delayed_count = excluded.delayed_count, failed_count = excluded.failed_count, counted_at = excluded.counted_at`);
  await tx.query(
    sql`delete from platform.dead_letter where queue = ${queue.name} and letter <> all(${letters.map(({ id }) => id)}::text[])`,
  );
  await tx.query(sql`
    insert into platform.dead_letter as kept (queue, letter, job, failed_at, attempt_count, reason)
    select ${queue.name}, found.* from unnest(
      ${letters.map(({ id }) => id)}::text[], ${letters.map(({ job }) => job)}::text[], ${letters.map(({ failedAt }) => failedAt)}::timestamptz[],
      ${letters.map(({ attempts }) => attempts)}::integer[], ${letters.map(({ reason }) => reason)}::text[]) as found
    on conflict (id) do update set job = excluded.job, failed_at = excluded.failed_at, attempt_count = excluded.attempt_count, reason = excluded.reason
    where (kept.failed_at, kept.attempt_count, kept.reason) is distinct from (excluded.failed_at, excluded.attempt_count, excluded.reason)`);
}
