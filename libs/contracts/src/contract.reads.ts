import { Database, isUuid, pageOf, type Day, type Page, type PageRequest } from '@lienket/platform';
import { actorOf, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { LinkageForm } from './contract-draft.js';
import type { ContractStatus } from './contract-lifecycle.js';
import { contractSeenBy } from './contract-sight.js';

/** A contract as the schema has it; what is below it is read by its id. */
export interface ContractRow {
  readonly id: string;
  readonly number: string;
  readonly origin: 'SIGNED_HERE' | 'ATTESTED';
  readonly status: ContractStatus;
  readonly form: LinkageForm;
  readonly version: number;
  readonly commodityCodes: readonly string[];
  readonly terms: string | null;
  readonly evidence: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly validUntil: Day | null;
  readonly signedOn: Day | null;
  readonly terminatedOn: Day | null;
  readonly createdAt: Date;
}

/** Every status where none is named; what is left out or empty narrows nothing. */
export interface ContractFilter {
  readonly statuses?: readonly ContractStatus[] | null;
  readonly organizationId?: string | null;
}

@Injectable()
export class ContractReads {
  constructor(private readonly database: Database) {}

  /** Those of them that the viewer may see, in no order. */
  async contractsById(viewer: Viewer, ids: readonly string[], today: Day): Promise<ContractRow[]> {
    const possible = ids.filter(isUuid);
    return possible.length === 0 ? [] : this.read(viewer, today, sql`contract.id = any(${possible}::uuid[])`, empty);
  }

  /** Newest first by (createdAt, id); the cursor holds both. */
  async contracts(viewer: Viewer, filter: ContractFilter, page: PageRequest, today: Day): Promise<Page<ContractRow>> {
    const [createdAt, id] = page.after ?? [];
    const after =
      createdAt === undefined || id === undefined
        ? sql`true`
        : sql`(contract.created_at, contract.id) < (${createdAt}::timestamptz, ${id}::uuid)`;
    const order = sql`order by contract.created_at desc, contract.id desc limit ${page.first + 1}`;
    return pageOf(await this.read(viewer, today, sql`${meets(filter, today)} and ${after}`, order), page.first);
  }

  async countContracts(viewer: Viewer, filter: ContractFilter, today: Day): Promise<number> {
    const [row] = await this.database
      .as(actorOf(viewer, today))
      .query<{ count: number }>(
        sql`select count(*) from contracts.contract contract where ${meets(filter, today)} and ${contractSeenBy(viewer, today)}`,
      );
    return row?.count ?? 0;
  }

  private read(viewer: Viewer, today: Day, condition: Sql, order: Sql): Promise<ContractRow[]> {
    return this.database.as(actorOf(viewer, today)).query<ContractRow>(sql`
      select contract.id, contract.number, contract.origin, ${statusSql(today)} as status, contract.form, contract.version,
        contract.commodity_codes as "commodityCodes", contract.terms, contract.evidence, contract.starts_on as "startsOn", contract.ends_on as "endsOn",
        contract.valid_until as "validUntil", contract.signed_on as "signedOn", contract.terminated_on as "terminatedOn", contract.created_at as "createdAt"
      from contracts.contract contract where ${condition} and ${contractSeenBy(viewer, today)} ${order}`);
  }
}

/** The status of `contract` on a day, as `statusOn` judges it. */
export const statusSql = (day: Day): Sql => sql`case
  when contract.status = 'OFFERED' and ${day}::date > least(contract.valid_until, contract.ends_on) then 'EXPIRED'
  when contract.status = 'SIGNED' and ${day}::date > contract.ends_on then 'COMPLETED'
  else contract.status end`;

function meets({ statuses, organizationId }: ContractFilter, today: Day): Sql {
  const conditions = [sql`true`];
  if (statuses?.length) conditions.push(sql`${statusSql(today)} = any(${statuses}::text[])`);
  if (organizationId != null)
    conditions.push(
      isUuid(organizationId)
        ? sql`exists (select from contracts.contract_party named where named.contract_id = contract.id and named.organization_id = ${organizationId}::uuid)`
        : sql`false`,
    );
  return join(conditions, ' and ');
}
