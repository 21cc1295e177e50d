import type { Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { entryHash, type ContractEventType } from './contract-ledger.js';

/** What happened to a contract; its place in the history and its hash follow. */
export interface Happening {
  readonly type: ContractEventType;
  readonly at: Date;
  readonly organizationId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The append-only history of contracts: the only place that writes it. */
@Injectable()
export class LedgerStore {
  /** The contract must be locked, or be new in this transaction: its entries follow each other without gap. */
  async append(
    tx: Transaction,
    contract: { id: string; version: number },
    ...happenings: readonly Happening[]
  ): Promise<void> {
    const [last] = await tx.query<{ sequence: number; hash: string }>(sql`
      select sequence, hash from contracts.contract_event where contract_id = ${contract.id} order by sequence desc limit 1`);
    let { sequence, hash } = last ?? { sequence: 0, hash: '' };
    for (const happening of happenings) {
      sequence += 1;
      const entry = { ...happening, contractId: contract.id, version: contract.version, sequence };
      hash = entryHash(entry, hash);
      await tx.query(sql`
        insert into contracts.contract_event (contract_id, sequence, type, at, organization_id, version, facts, hash)
        values (${entry.contractId}, ${sequence}, ${entry.type}, ${entry.at}, ${entry.organizationId}, ${entry.version}, ${JSON.stringify(entry.facts)}::jsonb, ${hash})`);
    }
  }
}
