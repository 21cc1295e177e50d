import { accept, businessDay, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import { transition } from './contract-lifecycle.js';
import { statusOn } from './contract-rules.js';
import { ContractStore } from './contract.store.js';
import { LedgerStore } from './ledger.store.js';

/** Ends an offer by a party other than the one that made it. */
@Injectable()
export class DeclineContract {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly ledger: LedgerStore,
  ) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { id, reason }: { id: string; reason: string },
  ): Promise<Result<string>> {
    const at = this.clock.now();
    const today = businessDay(at);
    const contract = await this.contracts.lock(tx, viewer, id, today);
    if (!contract) return refuse({ code: 'NOT_FOUND' });
    const { organizationId } = viewer;
    if (!mayTrade(viewer) || contract.offeredBy === organizationId) return refuse({ code: 'FORBIDDEN' });
    const declined = transition(statusOn(contract, today), 'DECLINE');
    if (!declined.ok) return declined;
    await this.contracts.change(tx, id, { status: declined.value });
    await this.ledger.append(tx, contract, {
      type: 'DECLINED',
      at,
      organizationId,
      facts: { userId: viewer.userId, reason },
    });
    return accept(id);
  }
}
