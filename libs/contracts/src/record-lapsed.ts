import { businessDay, Clock, Database, type JobHandler, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { recordLapsed } from './contract-jobs.js';
import { ContractStore, type LapsedContract } from './contract.store.js';
import { LedgerStore, type Happening } from './ledger.store.js';

const BATCH = 500;

/**
 * Writes into the history what a day alone has done: EXPIRED offers and contracts COMPLETED by the end of their term, once
 * each. Nothing rests on it: what a contract is on a day is `statusOn`, whether or not this ran.
 */
@Injectable()
export class RecordLapsed implements JobHandler<Record<string, never>> {
  readonly job = recordLapsed;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly ledger: LedgerStore,
  ) {}

  async handle(): Promise<void> {
    await this.record();
  }

  /** @returns how many entries were written. Short transactions: whoever wants one of these contracts waits for a batch at most. */
  async record(): Promise<number> {
    const at = this.clock.now();
    let recorded = 0;
    let last: string | null = null;
    do {
      const batch = await this.database.transaction((tx) => this.recordBatch(tx, at, last));
      recorded += batch.recorded;
      last = batch.last;
    } while (last !== null);
    return recorded;
  }

  private async recordBatch(tx: Transaction, at: Date, after: string | null) {
    const today = businessDay(at);
    const locked = await this.contracts.lockLapsed(tx, { today, after, limit: BATCH });
    // Asked again now that they are locked: another run of this may have written them while this one waited.
    const lapsed = await this.contracts.lapsed(tx, locked, today);
    await this.ledger.appendToEach(
      tx,
      lapsed.map((contract) => ({ contract, happening: lapse(contract, at) })),
    );
    return { recorded: lapsed.length, last: locked.length < BATCH ? null : (locked.at(-1) ?? null) };
  }
}

const lapse = ({ status, lastDay }: LapsedContract, at: Date): Happening => ({
  type: status === 'OFFERED' ? 'EXPIRED' : 'COMPLETED',
  at,
  organizationId: null,
  facts: { lastDay },
});
