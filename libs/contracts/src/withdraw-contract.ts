import { accept, businessDay, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import { transition } from './contract-lifecycle.js';
import { statusOn } from './contract-rules.js';
import { ContractStore } from './contract.store.js';
import { LedgerStore } from './ledger.store.js';

/** Takes an offer back, by the party that made the version. */
@Injectable()
export class WithdrawContract {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly ledger: LedgerStore,
  ) {}

  async execute(tx: Transaction, viewer: Viewer, { id }: { id: string }): Promise<Result<string>> {
    const at = this.clock.now();
    const today = businessDay(at);
    const contract = await this.contracts.lock(tx, viewer, id, today);
    if (!contract) return refuse({ code: 'NOT_FOUND' });
    const { organizationId } = viewer;
    if (!mayTrade(viewer)) return refuse({ code: 'FORBIDDEN' });
    // An attested contract was offered by nobody here: its state refuses, not the right.
    if (contract.offeredBy !== null && contract.offeredBy !== organizationId) return refuse({ code: 'FORBIDDEN' });
    const withdrawn = transition(statusOn(contract, today), 'WITHDRAW');
    if (!withdrawn.ok) return withdrawn;
    await this.contracts.change(tx, id, { status: withdrawn.value });
    await this.ledger.append(tx, contract, { type: 'WITHDRAWN', at, organizationId, facts: { userId: viewer.userId } });
    return accept(id);
  }
}
