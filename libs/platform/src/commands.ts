import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { Database, type Actor, type Transaction } from './database.js';
import { accept, refuse, type Refusal, type Result } from './result.js';

/** Names one wish of one user, so that asking for it twice does it once. */
export interface Idempotency {
  readonly userId: string;
  readonly key: string;
  /** Digest of what was asked: the same key for something else is refused. */
  readonly fingerprint: string;
}

/** Nothing was changed; the same command may be sent again. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

/** The connection broke while committing: the command may have been carried out or not. Its idempotency key tells. */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';
}

const TRIES_MAX = 6;
const IN_FLIGHT_WAIT_MS = 5000;
const IN_FLIGHT_POLL_MS = 40;
// serialization failure, deadlock, lock not available: another transaction was in the way, and nothing of ours is left.
const TRANSIENT = new Set(['40001', '40P01', '55P03']);
// read-only, disk full, too many connections, out of time, starting up or shutting down.
const UNAVAILABLE = /^(25006|53...|57014|57P0.|08...)$/;

/** Carries a command out: one transaction, once for an idempotency key, again after a collision, undone when refused. */
@Injectable()
export class Commands {
  constructor(private readonly database: Database) {}

  /** Without an actor nothing of what is guarded by row-level security can be seen or changed. */
  async run<T>(
    work: (tx: Transaction) => Promise<Result<T>>,
    { actor, idempotency }: { actor?: Actor | undefined; idempotency?: Idempotency | undefined } = {},
  ): Promise<Result<T>> {
    const from = Date.now();
    const until = from + this.database.patience.commandMs;
    for (;;) {
      const outcome = await this.attempt(idempotency ? (tx) => once(tx, idempotency, work) : work, actor, until);
      if (outcome !== IN_FLIGHT) return outcome;
      if (Date.now() > from + IN_FLIGHT_WAIT_MS) return refuse({ code: 'CONFLICT' });
      await sleep(IN_FLIGHT_POLL_MS);
    }
  }

  private async attempt<T>(
    work: (tx: Transaction) => Promise<Result<T> | typeof IN_FLIGHT>,
    actor: Actor | undefined,
    until: number,
  ): Promise<Result<T> | typeof IN_FLIGHT> {
    for (let tries = 1; ; tries += 1) {
      const phase = { committing: false };
      try {
        return await this.database.transaction(
          async (tx) => {
            const outcome = await work(tx);
            if (outcome === IN_FLIGHT) return outcome;
            if (!outcome.ok) throw new Undone(outcome.refusal);
            phase.committing = true;
            return outcome;
          },
          actor,
          until,
        );
      } catch (error) {
        if (error instanceof Undone) return refuse(error.refusal);
        const code = sqlState(error);
        if (code !== null && TRANSIENT.has(code) && tries < TRIES_MAX && Date.now() < until) {
          await sleep(2 ** tries * (1 + Math.random()));
          continue;
        }
        if (!isUnavailable(error) && !(code !== null && TRANSIENT.has(code))) throw error;
        throw phase.committing
          ? new OutcomeUnknownError('committing', { cause: error })
          : new UnavailableError('database', { cause: error });
      }
    }
  }
}

const IN_FLIGHT = Symbol('in flight');

class Undone extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

async function once<T>(
  tx: Transaction,
  { userId, key, fingerprint }: Idempotency,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T> | typeof IN_FLIGHT> {
  const [lock] = await tx.query<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${userId + key}, 0)) as mine`,
  );
  if (lock?.mine !== true) return IN_FLIGHT;
  const [record] = await tx.query<{ fingerprint: string; result: string }>(
    sql`select fingerprint, result from platform.idempotency_record where user_id = ${userId} and key = ${key}`,
  );
  if (record)
    return record.fingerprint === fingerprint ? accept(JSON.parse(record.result) as T) : refuse({ code: 'CONFLICT' });
  const outcome = await work(tx);
  if (outcome.ok)
    await tx.query(sql`
      insert into platform.idempotency_record (user_id, key, fingerprint, result, created_at)
      values (${userId}, ${key}, ${fingerprint}, ${JSON.stringify(outcome.value)}, clock_timestamp())`);
  return outcome;
}

/** The SQLSTATE of an error that PostgreSQL reported, else null. None begins with E; codes of the system do, and EPIPE is as long as one. */
function sqlState(error: unknown): string | null {
  const code: unknown = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-DF-Z][0-9A-Z]{4}$/.test(code) ? code : null;
}

/** Whether the database can't be reached or can't take work now. Asked of a commit, the outcome is unknown. */
export function isUnavailable(error: unknown): boolean {
  const code = sqlState(error);
  return code === null ? isConnectionError(error) : UNAVAILABLE.test(code);
}

const isConnectionError = (error: unknown): boolean =>
  // A connection that broke between two statements is given back, and the next finds nobody there.
  error instanceof QueryRunnerAlreadyReleasedError ||
  error instanceof QueryRunnerProviderAlreadyReleasedError ||
  (error instanceof Error &&
    /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|Connection terminated|connection timeout|timeout expired|timeout exceeded|read timeout|not queryable|Client has encountered/i.test(
      `${(error as { code?: string }).code ?? ''} ${error.message}`,
    ));
