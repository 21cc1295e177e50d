import { accept, announce, businessDay, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { PostingStore } from '@lienket/market';
import { Injectable } from '@nestjs/common';
import { acquaintParties } from './acquaint-parties.js';
import { contractChanged } from './contract-events.js';
import { holdsOf, refusalFor } from './contract-holds.js';
import { transition } from './contract-lifecycle.js';
import { statusOn } from './contract-rules.js';
import type { Contract } from './contract.entity.js';
import { ContractStore, type PartyState } from './contract.store.js';
import { LedgerStore, type Happening } from './ledger.store.js';
import { firstNotActive } from './offer-background.js';

const SIGNED_STAYS_SIGNED: ReadonlySet<string> = new Set(['OFFERED', 'SIGNED', 'COMPLETED']);

/** Signs the version that the user looked at for their organization. The last signature holds the quantities, all or nothing. */
@Injectable()
export class SignContract {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly ledger: LedgerStore,
    private readonly postings: PostingStore,
  ) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { id, expectedVersion }: { id: string; expectedVersion: number },
  ): Promise<Result<string>> {
    const at = this.clock.now();
    const today = businessDay(at);
    const contract = await this.contracts.lock(tx, viewer, id, today);
    if (!contract) return refuse({ code: 'NOT_FOUND' });
    const { organizationId } = viewer;
    if (!mayTrade(viewer) || organizationId === null) return refuse({ code: 'FORBIDDEN' });
    if (contract.version !== expectedVersion) return refuse({ code: 'CONFLICT' });

    const parties = await this.contracts.parties(tx, contract, today);
    const status = statusOn(contract, today);
    const signed = parties.filter((party) => party.signed);
    if (signed.some((party) => party.organizationId === organizationId) && SIGNED_STAYS_SIGNED.has(status))
      return accept(id);
    const allowed = transition(status, 'SIGN');
    if (!allowed.ok) return allowed;
    const state = firstNotActive(parties.map((party) => party.status));
    if (state !== null) return refuse({ code: 'INVALID_STATE', state });

    await this.contracts.sign(tx, contract, { organizationId, userId: viewer.userId, at });
    const signature: Happening = { type: 'SIGNED_BY_PARTY', at, organizationId, facts: { userId: viewer.userId } };
    if (signed.length + 1 < parties.length) {
      await this.ledger.append(tx, contract, signature);
      return accept(id);
    }
    return this.conclude(tx, contract, signature, parties);
  }

  private async conclude(
    tx: Transaction,
    contract: Contract,
    signature: Happening,
    parties: readonly PartyState[],
  ): Promise<Result<string>> {
    const today = businessDay(signature.at);
    const concluded = transition(contract.status, 'CONCLUDE');
    if (!concluded.ok) return concluded;
    const lines = await this.contracts.lines(tx, contract);
    const held = await this.postings.hold(tx, holdsOf(lines), today);
    if (!held.ok) return refuse(refusalFor(held.refusal, lines));
    await this.contracts.change(tx, contract.id, { status: concluded.value, signedOn: today });
    await this.ledger.append(tx, contract, signature, {
      type: 'SIGNED',
      at: signature.at,
      organizationId: null,
      facts: { signedOn: today },
    });
    await acquaintParties(tx, [{ parties }], { partners: true });
    const organizationIds = parties.map((party) => party.organizationId);
    await announce(tx, contractChanged({ contractId: contract.id, organizationIds }));
    return accept(contract.id);
  }
}
