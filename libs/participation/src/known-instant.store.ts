import type { Queryable, Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';

const WRITER_LOCK = 1_886_413_677;

/**
 * Makes this transaction the one writer of facts until it ends, and gives the instant at which what it writes will have
 * become known: by the database's clock, later than any recorded instant and than any for which a figure was answered.
 */
export async function becomeWriter(tx: Transaction): Promise<Date> {
  await tx.query(sql`select pg_advisory_xact_lock(${WRITER_LOCK})`);
  const [row] = await tx.query<{ at: Date }>(sql`
    select greatest(
      date_trunc('milliseconds', clock_timestamp()),
      (select max(at) from participation.known_instant) + interval '1 millisecond',
      (select at from participation.answered_until) + interval '1 millisecond'
    ) as at`);
  if (!row) throw new Error('The database told no instant.');
  return row.at;
}

export async function recordInstant(tx: Transaction, at: Date): Promise<void> {
  await tx.query(sql`insert into participation.known_instant (at) values (${at})`);
}

export interface KnownMoment {
  /** The newest recorded instant. */
  readonly newest: Date;
  /** The database's clock. */
  readonly now: Date;
}

export async function knownMoment(database: Queryable): Promise<KnownMoment> {
  const [row] = await database.query<KnownMoment>(sql`
    select (select max(at) from participation.known_instant) as newest, date_trunc('milliseconds', clock_timestamp()) as now`);
  if (!row) throw new Error('The database told no instant.');
  return row;
}

/** Waits for the writer and binds the next one: whatever becomes known later gets a later instant than this. */
export async function sealUntil(tx: Transaction, instant: Date): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(${WRITER_LOCK})`);
  await tx.query(sql`update participation.answered_until set at = ${instant} where at < ${instant}`);
}
