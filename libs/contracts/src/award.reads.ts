import { Database, isUuid, type Day } from '@lienket/platform';
import { actorOf, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { awardSeenBy } from './award-sight.js';
import type { ContractStatus } from './contract-lifecycle.js';
import { statusSql } from './contract.reads.js';

export interface AwardRow {
  readonly id: string;
  readonly demandId: string;
  readonly createdAt: Date;
}

/** What of an award has become the same: the sums over the lines of its contracts of one status. */
export interface AwardShareRow {
  readonly awardId: string;
  readonly status: ContractStatus;
  readonly contractCount: number;
  readonly quantityKg: string;
  /** Rounded half up to thousandths. */
  readonly averagePriceVndPerKg: string;
}

/** Awards as their viewer may see them: nothing of the others. */
@Injectable()
export class AwardReads {
  constructor(private readonly database: Database) {}

  awardsById(viewer: Viewer, ids: readonly string[], today: Day): Promise<AwardRow[]> {
    return this.ask(
      viewer,
      today,
      (seen) => sql`
      select ${AWARD} from contracts.award where award.id = any(${ids.filter(isUuid)}::uuid[]) and ${seen}`,
    );
  }

  /** The awards that these contracts are in. */
  awardsOf(
    viewer: Viewer,
    contractIds: readonly string[],
    today: Day,
  ): Promise<(AwardRow & { readonly contractId: string })[]> {
    return this.ask(
      viewer,
      today,
      (seen) => sql`
      select ${AWARD}, tied.contract_id as "contractId"
      from contracts.award_contract tied join contracts.award on award.id = tied.award_id
      where tied.contract_id = any(${contractIds}::uuid[]) and ${seen}`,
    );
  }

  /** In the order in which they were offered. */
  contractIdsOf(
    viewer: Viewer,
    awardIds: readonly string[],
    today: Day,
  ): Promise<{ readonly awardId: string; readonly contractId: string }[]> {
    return this.ask(
      viewer,
      today,
      (seen) => sql`
      select tied.award_id as "awardId", tied.contract_id as "contractId"
      from contracts.award_contract tied join contracts.award on award.id = tied.award_id
      where award.id = any(${awardIds}::uuid[]) and ${seen} order by tied.contract_id`,
    );
  }

  /** By status, of each contract's version of now. */
  sharesOf(viewer: Viewer, awardIds: readonly string[], today: Day): Promise<AwardShareRow[]> {
    return this.ask(
      viewer,
      today,
      (seen) => sql`
      select tied.award_id as "awardId", ${statusSql(today)} as status, count(distinct contract.id) as "contractCount",
        trim_scale(sum(line.quantity_kg))::text as "quantityKg",
        trim_scale(round(sum(line.quantity_kg * line.price_vnd_per_kg)::numeric(60, 30) / sum(line.quantity_kg), 3))::text as "averagePriceVndPerKg"
      from contracts.award_contract tied
      join contracts.award on award.id = tied.award_id
      join contracts.contract on contract.id = tied.contract_id
      join contracts.contract_line line on line.contract_id = contract.id and line.version = contract.version
      where award.id = any(${awardIds}::uuid[]) and ${seen}
      group by tied.award_id, 2 order by tied.award_id, 2`,
    );
  }

  private ask<Row>(viewer: Viewer, today: Day, statement: (seen: Sql) => Sql): Promise<Row[]> {
    return this.database.as(actorOf(viewer, today)).query<Row>(statement(awardSeenBy(viewer, today)));
  }
}

const AWARD = sql`award.id, award.demand_id as "demandId", award.created_at as "createdAt"`;
