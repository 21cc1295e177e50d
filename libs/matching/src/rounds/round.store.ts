import type { Queryable, Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { RoundFailure, RoundProgressSeen, RoundStatus } from './round-status.js';
import type { RoundWish } from './round-wish.js';

/** A round that was begun: only under the number of its newest run may anything be written of it. */
export interface RoundRun {
  readonly roundId: string;
  readonly run: number;
}

/** Who doesn't say within this time that it still runs has lost the round. */
const LEASE_SECONDS = 5;
/** A round that so many processes have died of, or were stopped over, is not begun again. */
export const RUNS_MAX = 5;

/** What becomes of rounds: the only place that writes them, but for what they find. */
@Injectable()
export class RoundStore {
  async insert(tx: Transaction, round: RoundWish & { readonly startedBy: string; readonly at: Date }): Promise<string> {
    const [inserted] = await tx.query<{ id: string }>(sql`
      insert into matching.round (started_by, commodity_codes, province_codes, managed_province_codes, deliver_from, deliver_to,
        transport_vnd_per_tonne_km, inclusion_bonus_vnd, created_at)
      values (${round.startedBy}, ${round.commodityCodes}, ${round.provinceCodes}, ${round.managedProvinceCodes}, ${round.deliverFrom}, ${round.deliverTo},
        ${round.transportVndPerTonneKm}, ${round.inclusionBonusVnd}, ${round.at})
      returning id`);
    return inserted!.id;
  }

  /** The status of each unfinished round that this person started. Who asks at the same time waits, until both have counted. */
  async unfinishedOf(tx: Transaction, userId: string): Promise<RoundStatus[]> {
    await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`matching.round ${userId}`}, 0))`);
    const rows = await tx.query<{ status: RoundStatus }>(
      sql`select status from matching.round where started_by = ${userId} and status in ('QUEUED', 'RUNNING') order by created_at, id`,
    );
    return rows.map(({ status }) => status);
  }

  /** @returns false where it has ended already. */
  async cancel(tx: Transaction, id: string): Promise<boolean> {
    const cancelled = await tx.query(
      sql`update matching.round set status = 'CANCELLED' where id = ${id} and status in ('QUEUED', 'RUNNING') returning id`,
    );
    return cancelled.length > 0;
  }

  /** Begins the round that waits longest, one that its run has lost too; null where there is none. */
  async beginNext(database: Queryable): Promise<(RoundRun & RoundWish) | null> {
    const [begun] = await database.query<RoundRun & RoundWish>(sql`
      update matching.round set status = 'RUNNING', run = run + 1, leased_until = ${LEASE_END},
        stage = 'BOOK', stage_done = 0, stage_of = 0, progress = 0
      where id = (
        select id from matching.round
        where status in ('QUEUED', 'RUNNING') and coalesce(leased_until < clock_timestamp(), true) and run < ${RUNS_MAX}
        order by created_at, id limit 1 for update skip locked
      )
      returning id as "roundId", run, commodity_codes as "commodityCodes", province_codes as "provinceCodes",
        managed_province_codes as "managedProvinceCodes", deliver_from as "deliverFrom", deliver_to as "deliverTo",
        transport_vnd_per_tonne_km as "transportVndPerTonneKm", inclusion_bonus_vnd as "inclusionBonusVnd"`);
    return begun ?? null;
  }

  /** Says how far the run is, and that it still runs. @returns false where it has lost the round, or the round was cancelled. */
  async hold(database: Queryable, { roundId, run }: RoundRun, seen: RoundProgressSeen): Promise<boolean> {
    const held = await database.query(sql`
      update matching.round set leased_until = ${LEASE_END}, stage = ${seen.stage}, stage_done = ${seen.done}, stage_of = ${seen.of},
        progress = ${seen.progress}
      where id = ${roundId} and run = ${run} and status = 'RUNNING' returning id`);
    return held.length > 0;
  }

  /** Leaves the round to whoever is next, at once. */
  async giveBack(database: Queryable, { roundId, run }: RoundRun): Promise<void> {
    await database.query(sql`
      update matching.round set status = 'QUEUED', leased_until = null, progress = 0
      where id = ${roundId} and run = ${run} and status = 'RUNNING'`);
  }

  async fail(database: Queryable, { roundId, run }: RoundRun, failure: RoundFailure): Promise<void> {
    await database.query(
      sql`update matching.round set status = 'FAILED', failure = ${failure} where id = ${roundId} and run = ${run} and status = 'RUNNING'`,
    );
  }

  /** Gives up rounds that were begun too often. @returns which */
  async giveUp(database: Queryable): Promise<string[]> {
    const rows = await database.query<{ id: string }>(sql`
      update matching.round set status = 'FAILED', failure = 'INTERRUPTED'
      where status in ('QUEUED', 'RUNNING') and run >= ${RUNS_MAX} and coalesce(leased_until < clock_timestamp(), true) returning id`);
    return rows.map(({ id }) => id);
  }
}

const LEASE_END = sql`clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})`;
