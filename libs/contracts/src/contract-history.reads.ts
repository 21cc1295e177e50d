import { Database, isUuid, pageOf, type Day, type Page, type PageRequest } from '@lienket/platform';
import { actorOf, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { ContractEventType } from './contract-ledger.js';
import { contractSeenBy } from './contract-sight.js';

export interface EventRow {
  readonly contractId: string;
  readonly sequence: number;
  readonly type: ContractEventType;
  readonly at: Date;
  readonly organizationId: string | null;
  readonly version: number;
  readonly hash: string;
}

export interface DeliveryRow {
  readonly id: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly deliveredOn: Day;
  readonly quantityKg: string;
  readonly acceptedKg: string;
  readonly grade: string | null;
  readonly note: string | null;
  readonly recordedById: string;
  readonly at: Date;
}

type ContractId = string;

/** What happened to contracts, a page of each for many at once. Whoever asks has read the contracts as their viewer. */
@Injectable()
export class ContractHistoryReads {
  constructor(private readonly database: Database) {}

  /** By sequence; the cursor holds it. */
  async eventsOf(
    viewer: Viewer,
    contractIds: readonly string[],
    { first, after }: PageRequest,
    today: Day,
  ): Promise<Map<ContractId, Page<EventRow>>> {
    const rows = await this.database.as(actorOf(viewer, today)).query<EventRow>(sql`
      select event.* from unnest(${contractIds}::uuid[]) asked (id)
      cross join lateral (
        select contract_id as "contractId", sequence, type, at, organization_id as "organizationId", version, hash
        from contracts.contract_event where contract_id = asked.id and sequence > ${Number(after?.[0] ?? 0)}
        order by sequence limit ${first + 1}
      ) event`);
    return pagesOf(contractIds, rows, first);
  }

  /** Newest first by (at, id); the cursor holds both. */
  async deliveriesOf(
    viewer: Viewer,
    contractIds: readonly string[],
    { first, after }: PageRequest,
    today: Day,
  ): Promise<Map<ContractId, Page<DeliveryRow>>> {
    const [at, id] = after ?? [];
    const older =
      at === undefined || id === undefined
        ? sql`true`
        : sql`(delivery.recorded_at, delivery.id) < (${at}::timestamptz, ${id}::uuid)`;
    const rows = await this.database.as(actorOf(viewer, today)).query<DeliveryRow>(sql`
      select page.* from unnest(${contractIds}::uuid[]) asked (id)
      cross join lateral (
        select ${DELIVERY} from contracts.delivery where delivery.contract_id = asked.id and ${older}
        order by delivery.recorded_at desc, delivery.id desc limit ${first + 1}
      ) page`);
    return pagesOf(contractIds, rows, first);
  }

  countEvents(viewer: Viewer, contractIds: readonly string[], today: Day): Promise<Map<ContractId, number>> {
    return this.count(viewer, contractIds, today, sql`contracts.contract_event`);
  }

  countDeliveries(viewer: Viewer, contractIds: readonly string[], today: Day): Promise<Map<ContractId, number>> {
    return this.count(viewer, contractIds, today, sql`contracts.delivery`);
  }

  async deliveryById(viewer: Viewer, id: string, today: Day): Promise<DeliveryRow | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.database.as(actorOf(viewer, today)).query<DeliveryRow>(sql`
      select ${DELIVERY} from contracts.delivery join contracts.contract on contract.id = delivery.contract_id
      where delivery.id = ${id} and ${contractSeenBy(viewer, today)}`);
    return row ?? null;
  }

  private async count(
    viewer: Viewer,
    contractIds: readonly string[],
    today: Day,
    table: Sql,
  ): Promise<Map<ContractId, number>> {
    const rows = await this.database.as(actorOf(viewer, today)).query<{ contractId: string; count: number }>(sql`
      select contract_id as "contractId", count(*) from ${table} where contract_id = any(${contractIds}::uuid[]) group by contract_id`);
    return new Map(rows.map(({ contractId, count }) => [contractId, count]));
  }
}

const DELIVERY = sql`
  delivery.id, delivery.contract_id as "contractId", delivery.line_id as "lineId", delivery.delivered_on as "deliveredOn",
  trim_scale(delivery.quantity_kg)::text as "quantityKg", trim_scale(delivery.accepted_kg)::text as "acceptedKg", delivery.grade, delivery.note,
  delivery.recorded_by as "recordedById", delivery.recorded_at as at`;

function pagesOf<Row extends { contractId: string }>(
  contractIds: readonly string[],
  rows: readonly Row[],
  first: number,
): Map<ContractId, Page<Row>> {
  const byContract = new Map<ContractId, Row[]>(contractIds.map((id) => [id, []]));
  for (const row of rows) byContract.get(row.contractId)?.push(row);
  return new Map([...byContract].map(([id, rowsAndOne]) => [id, pageOf(rowsAndOne, first)]));
}
