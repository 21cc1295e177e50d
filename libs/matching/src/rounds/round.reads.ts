import { actorOf, type Viewer } from '@lienket/identity';
import { Database, isUuid, pageOf, type Day, type Page, type PageRequest } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { roundRunBy, roundSeenBy } from './round-sight.js';
import type { RoundFailure, RoundStage, RoundStatus } from './round-status.js';

/** A round as the schema has it; what it found is read by its id. */
export interface RoundRow {
  readonly id: string;
  readonly status: RoundStatus;
  readonly progress: number;
  readonly stage: RoundStage | null;
  readonly stageDone: number;
  readonly stageOf: number;
  readonly failure: RoundFailure | null;
  readonly startedBy: string;
  /** null: every commodity; so for provinces. */
  readonly commodityCodes: readonly string[] | null;
  readonly provinceCodes: readonly string[] | null;
  readonly deliverFrom: Day | null;
  readonly deliverTo: Day | null;
  readonly transportCostVndPerKgKm: string;
  readonly inclusionBonusVnd: string;
  readonly objectiveVnd: string | null;
  readonly boundVnd: string | null;
  readonly skippedListings: number | null;
  readonly skippedDemands: number | null;
  readonly newlyParticipating: number | null;
  readonly bonusCostVnd: string | null;
  readonly feasible: boolean | null;
  readonly blockingPairs: number | null;
  readonly gap: number | null;
  readonly checkedAt: Date | null;
  /** SHA-256, in hexadecimal. */
  readonly bookDigest: string | null;
  readonly createdAt: Date;
}

@Injectable()
export class RoundReads {
  constructor(private readonly database: Database) {}

  /** null where the viewer may not see it. */
  async roundById(viewer: Viewer, id: string, today: Day): Promise<RoundRow | null> {
    if (!isUuid(id)) return null;
    const [round] = await this.read(viewer, today, sql`round.id = ${id}::uuid`, sql`limit 1`);
    return round ?? null;
  }

  /** Newest first by (createdAt, id); the cursor holds both. */
  async rounds(viewer: Viewer, page: PageRequest, today: Day): Promise<Page<RoundRow>> {
    const [createdAt, id] = page.after ?? [];
    const after =
      createdAt === undefined || id === undefined
        ? sql`true`
        : sql`(round.created_at, round.id) < (${createdAt}::timestamptz, ${id}::uuid)`;
    const order = sql`order by round.created_at desc, round.id desc limit ${page.first + 1}`;
    return pageOf(await this.read(viewer, today, after, order), page.first);
  }

  async countRounds(viewer: Viewer, today: Day): Promise<number> {
    const [row] = await this.database
      .as(actorOf(viewer, today))
      .query<{ count: number }>(sql`select count(*) from matching.round round where ${roundSeenBy(viewer)}`);
    return row?.count ?? 0;
  }

  /** What the round ran on and found, compressed by gzip; null where the viewer may not have it, or there is none. */
  async fileOf(viewer: Viewer, id: string, today: Day): Promise<Buffer | null> {
    if (!isUuid(id)) return null;
    const [file] = await this.database.as(actorOf(viewer, today)).query<{ content: Buffer }>(sql`
      select file.content from matching.round_file file join matching.round round on round.id = file.round_id
      where file.round_id = ${id}::uuid and ${roundRunBy(viewer)}`);
    return file?.content ?? null;
  }

  private read(viewer: Viewer, today: Day, condition: Sql, order: Sql): Promise<RoundRow[]> {
    return this.database.as(actorOf(viewer, today)).query<RoundRow>(sql`
      select round.id, round.status, round.progress, case when round.status = 'RUNNING' then round.stage end as stage,
        round.stage_done as "stageDone", round.stage_of as "stageOf", round.failure, round.started_by as "startedBy",
        round.commodity_codes as "commodityCodes", round.province_codes as "provinceCodes", round.deliver_from as "deliverFrom", round.deliver_to as "deliverTo",
        trim_scale(round.transport_vnd_per_tonne_km / 1000.0)::text as "transportCostVndPerKgKm", round.inclusion_bonus_vnd::text as "inclusionBonusVnd",
        round.objective_vnd as "objectiveVnd", round.bound_vnd as "boundVnd",
        round.skipped_listings as "skippedListings", round.skipped_demands as "skippedDemands",
        round.newly_participating as "newlyParticipating", round.bonus_cost_vnd as "bonusCostVnd", round.feasible,
        round.blocking_pairs as "blockingPairs", round.gap, round.checked_at as "checkedAt", encode(round.book_digest, 'hex') as "bookDigest",
        round.created_at as "createdAt"
      from matching.round round where ${condition} and ${roundSeenBy(viewer)} ${order}`);
  }
}
