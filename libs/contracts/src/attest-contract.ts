import { accept, businessDay, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import { faultsOfAttested, type AttestInput } from './attest-rules.js';
import { draftParties } from './contract-draft.js';
import { ContractStore } from './contract.store.js';
import { LedgerStore } from './ledger.store.js';
import { knownCommodities, partiesSeen } from './offer-background.js';
import { recordAttested } from './record-attested.js';

/** Records a linkage that was signed on paper, by a manager of the province of one of its parties. SIGNED from the start. */
@Injectable()
export class AttestContract {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly ledger: LedgerStore,
  ) {}

  async execute(tx: Transaction, viewer: Viewer, input: AttestInput): Promise<Result<string>> {
    const { contracts, ledger } = this;
    const at = this.clock.now();
    const today = businessDay(at);
    const draft = { ...input, parties: draftParties(input.parties) };
    const background = {
      organizations: await partiesSeen(tx, viewer, draft.parties, today),
      commodityCodes: await knownCommodities(tx, input.commodityCodes),
    };
    const [fault] = faultsOfAttested(viewer, draft, background, today);
    if (fault) return refuse(fault);
    const [id] = await recordAttested(tx, { contracts, ledger }, viewer, [draft], at);
    if (id === undefined) throw new Error('There is no contract where one was attested.');
    return accept(id);
  }
}
