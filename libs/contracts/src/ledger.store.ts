import { announce, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { historyWritten } from './contract-events.js';
import { entryHash, type ContractEventType } from './contract-ledger.js';

/** What happened to a contract; its place in the history and its hash follow. */
export interface Happening {
  readonly type: ContractEventType;
  readonly at: Date;
  readonly organizationId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What an entry says and the place that it takes: after the last one of its contract. */
interface Addition {
  readonly contract: { readonly id: string; readonly version: number };
  readonly happening: Happening;
}

interface Place {
  readonly sequence: number;
  readonly hash: string;
}

/** The append-only history of contracts: the only place that writes it, and says so to the rooms above. */
@Injectable()
export class LedgerStore {
  /** The contract must be locked, or be new in this transaction: its entries follow each other without gap. */
  append(tx: Transaction, contract: Addition['contract'], ...happenings: readonly Happening[]): Promise<void> {
    return this.appendToEach(
      tx,
      happenings.map((happening) => ({ contract, happening })),
    );
  }

  /** The same for many contracts at once, each locked; those of one contract in their order. */
  async appendToEach(tx: Transaction, additions: readonly Addition[]): Promise<void> {
    if (additions.length === 0) return;
    const places = await this.lastPlaces(
      tx,
      additions.map(({ contract }) => contract.id),
    );
    const rows = additions.map(({ contract, happening }) => {
      const last = places.get(contract.id) ?? { sequence: 0, hash: '' };
      const entry = { ...happening, contractId: contract.id, version: contract.version, sequence: last.sequence + 1 };
      const row = { ...entry, hash: entryHash(entry, last.hash) };
      places.set(contract.id, row);
      return row;
    });
    await tx.query(sql`
      insert into contracts.contract_event (contract_id, sequence, type, at, organization_id, version, facts, hash)
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (
        "contractId" uuid, sequence integer, type text, at timestamptz, "organizationId" uuid, version integer, facts jsonb, hash text)`);
    // One for each contract, however many are written at once: who takes so many announcements takes few entries.
    const written = new Map<string, { contractId: string; sequence: number }[]>();
    for (const { contractId, sequence } of rows)
      written.set(contractId, [...(written.get(contractId) ?? []), { contractId, sequence }]);
    await announce(tx, ...[...written.values()].map((entries) => historyWritten({ entries })));
  }

  async has(tx: Transaction, contractId: string, type: ContractEventType): Promise<boolean> {
    const found = await tx.query(
      sql`select from contracts.contract_event where contract_id = ${contractId} and type = ${type} limit 1`,
    );
    return found.length > 0;
  }

  private async lastPlaces(tx: Transaction, contractIds: readonly string[]): Promise<Map<string, Place>> {
    const rows = await tx.query<Place & { contractId: string }>(sql`
      select distinct on (contract_id) contract_id as "contractId", sequence, hash
      from contracts.contract_event where contract_id = any(${[...new Set(contractIds)]}::uuid[])
      order by contract_id, sequence desc`);
    return new Map(rows.map((row) => [row.contractId, row]));
  }
}
