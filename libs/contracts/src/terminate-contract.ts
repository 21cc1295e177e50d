import {
  accept,
  announce,
  businessDay,
  Clock,
  invalid,
  refuse,
  type Day,
  type Result,
  type Transaction,
} from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { PostingStore } from '@lienket/market';
import { Injectable } from '@nestjs/common';
import { contractChanged } from './contract-events.js';
import { releasesOf } from './contract-holds.js';
import { transition } from './contract-lifecycle.js';
import { statusOn } from './contract-rules.js';
import { ContractStore } from './contract.store.js';
import { LedgerStore } from './ledger.store.js';

interface Termination {
  readonly id: string;
  readonly reason: string;
  /** The first day on which the contract no longer holds; today by default. */
  readonly terminatedOn?: Day | null;
}

/** Ends a signed contract early and gives back what was not accepted. An attested one also by a manager who could attest it. */
@Injectable()
export class TerminateContract {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly ledger: LedgerStore,
    private readonly postings: PostingStore,
  ) {}

  async execute(tx: Transaction, viewer: Viewer, { id, reason, terminatedOn }: Termination): Promise<Result<string>> {
    const at = this.clock.now();
    const today = businessDay(at);
    const contract = await this.contracts.lock(tx, viewer, id, today);
    if (!contract) return refuse({ code: 'NOT_FOUND' });
    // A manager sees a contract because a party is in their provinces: whoever sees an attested one could attest it.
    const permitted = viewer.role === 'TRADER' ? mayTrade(viewer) : contract.origin === 'ATTESTED';
    if (!permitted) return refuse({ code: 'FORBIDDEN' });
    if (terminatedOn != null && (terminatedOn < today || terminatedOn > contract.endsOn))
      return invalid('terminatedOn', 'ORDER');
    const terminated = transition(statusOn(contract, today), 'TERMINATE');
    if (!terminated.ok) return terminated;

    const firstDayWithout = terminatedOn ?? today;
    const releases = releasesOf(await this.contracts.lines(tx, contract));
    await this.postings.release(tx, releases);
    await this.contracts.change(tx, id, { status: terminated.value, terminatedOn: firstDayWithout });
    const facts = { userId: viewer.userId, reason, terminatedOn: firstDayWithout };
    await this.ledger.append(tx, contract, { type: 'TERMINATED', at, organizationId: viewer.organizationId, facts });
    const organizationIds = (await this.contracts.parties(tx, contract, today)).map((party) => party.organizationId);
    await announce(tx, contractChanged({ contractId: id, organizationIds }));
    return accept(id);
  }
}
