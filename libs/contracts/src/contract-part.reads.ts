import { Database, type Day } from '@lienket/platform';
import { actorOf, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { ChainRole, PriceMechanism } from './contract-draft.js';

export interface PartyRow {
  readonly contractId: string;
  readonly organizationId: string;
  readonly roles: readonly ChainRole[];
  readonly lead: boolean;
  /** When it signed the contract's version. */
  readonly signedAt: Date | null;
}

export interface LineRow {
  readonly id: string;
  readonly contractId: string;
  readonly version: number;
  readonly supplierId: string;
  readonly buyerId: string;
  readonly listingId: string | null;
  readonly demandId: string | null;
  readonly commodityCode: string;
  readonly variety: string | null;
  readonly grade: string | null;
  readonly quantityKg: string;
  readonly acceptedKg: string;
  readonly priceMechanism: PriceMechanism;
  readonly priceVndPerKg: string;
}

export interface VersionRow {
  readonly contractId: string;
  readonly version: number;
  readonly offeredById: string;
  readonly at: Date;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly terms: string | null;
}

/**
 * What is below contracts, for many of them at once. Whoever asks has read the contracts as their viewer; who sees a
 * contract sees all of it, and of one that they may not see the database gives nothing.
 */
@Injectable()
export class ContractPartReads {
  constructor(private readonly database: Database) {}

  /** In the order of the offer. */
  partiesOf(viewer: Viewer, contractIds: readonly string[], today: Day): Promise<PartyRow[]> {
    return this.database.as(actorOf(viewer, today)).query<PartyRow>(sql`
      select party.contract_id as "contractId", party.organization_id as "organizationId", party.roles, party.lead, signature.signed_at as "signedAt"
      from contracts.contract_party party
      join contracts.contract on contract.id = party.contract_id
      left join contracts.signature on signature.contract_id = party.contract_id
        and signature.version = contract.version and signature.organization_id = party.organization_id
      where party.contract_id = any(${contractIds}::uuid[])
      order by party.contract_id, party.position`);
  }

  /** Of these versions, in the order of the offer. */
  linesOf(
    viewer: Viewer,
    versions: readonly { contractId: string; version: number }[],
    today: Day,
  ): Promise<LineRow[]> {
    const [contractIds, numbers] = [
      versions.map(({ contractId }) => contractId),
      versions.map(({ version }) => version),
    ];
    return this.lines(
      viewer,
      today,
      sql`(line.contract_id, line.version) in (select * from unnest(${contractIds}::uuid[], ${numbers}::integer[]))`,
    );
  }

  linesById(viewer: Viewer, ids: readonly string[], today: Day): Promise<LineRow[]> {
    return this.lines(viewer, today, sql`line.id = any(${ids}::uuid[])`);
  }

  /** Oldest first. */
  versionsOf(viewer: Viewer, contractIds: readonly string[], today: Day): Promise<VersionRow[]> {
    return this.database.as(actorOf(viewer, today)).query<VersionRow>(sql`
      select contract_id as "contractId", version, offered_by as "offeredById", offered_at as at, starts_on as "startsOn", ends_on as "endsOn", terms
      from contracts.contract_version where contract_id = any(${contractIds}::uuid[])
      order by contract_id, version`);
  }

  private lines(viewer: Viewer, today: Day, condition: Sql): Promise<LineRow[]> {
    return this.database.as(actorOf(viewer, today)).query<LineRow>(sql`
      select line.id, line.contract_id as "contractId", line.version, line.supplier_id as "supplierId", line.buyer_id as "buyerId",
        line.listing_id as "listingId", line.demand_id as "demandId", line.commodity_code as "commodityCode", line.variety, line.grade,
        trim_scale(line.quantity_kg)::text as "quantityKg", trim_scale(line.accepted_kg)::text as "acceptedKg",
        line.price_mechanism as "priceMechanism", line.price_vnd_per_kg::text as "priceVndPerKg"
      from contracts.contract_line line where ${condition}
      order by line.contract_id, line.version, line.position`);
  }
}
