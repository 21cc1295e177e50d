import { accept, businessDay, Clock, invalid, refuse, type Result, type Transaction } from '@lienket/platform';
import { mayTrade, type Viewer } from '@lienket/identity';
import { grams, kilograms } from '@lienket/market';
import { Injectable } from '@nestjs/common';
import { transition } from './contract-lifecycle.js';
import { ContractStore } from './contract.store.js';
import { isFulfilled, isTooMuch, judgeDelivery, judgeDeliveryTime, type DeliveryInput } from './delivery-rules.js';
import { DeliveryStore } from './delivery.store.js';
import { LedgerStore } from './ledger.store.js';

/** Records what was delivered and accepted on a line, by its supplier or its buyer. The last delivery completes the contract. */
@Injectable()
export class RecordDelivery {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractStore,
    private readonly deliveries: DeliveryStore,
    private readonly ledger: LedgerStore,
  ) {}

  async execute(tx: Transaction, viewer: Viewer, input: DeliveryInput): Promise<Result<string>> {
    const at = this.clock.now();
    const today = businessDay(at);
    const contract = await this.contracts.lock(tx, viewer, input.contractId, today);
    if (!contract) return refuse({ code: 'NOT_FOUND' });
    const { organizationId } = viewer;
    if (!mayTrade(viewer) || organizationId === null) return refuse({ code: 'FORBIDDEN' });
    const lines = await this.contracts.lines(tx, contract);
    const line = lines.find(({ id }) => id === input.lineId.toLowerCase());
    if (line && line.supplierId !== organizationId && line.buyerId !== organizationId)
      return refuse({ code: 'FORBIDDEN' });
    if (!line) return invalid('input.lineId', 'UNKNOWN');
    const judged = judgeDelivery(input, contract, today);
    if (!judged.ok) return judged;
    const timely = judgeDeliveryTime(contract, today);
    if (!timely.ok) return timely;
    if (isTooMuch(line, input.acceptedKg)) return invalid('input.acceptedKg', 'RANGE');

    const { deliveredOn, quantityKg, acceptedKg, grade = null, note = null } = input;
    const delivery = { contractId: contract.id, lineId: line.id, deliveredOn, quantityKg, acceptedKg, grade, note };
    const id = await this.deliveries.insert(tx, { ...delivery, recordedBy: organizationId, recordedAt: at });
    const facts = { userId: viewer.userId, deliveryId: id, lineId: line.id, deliveredOn, quantityKg, acceptedKg };
    await this.ledger.append(tx, contract, { type: 'DELIVERY_RECORDED', at, organizationId, facts });
    const accepted = kilograms(grams(line.acceptedKg) + grams(acceptedKg));
    const after = lines.map((each) => ({
      quantityKg: each.quantityKg,
      acceptedKg: each === line ? accepted : each.acceptedKg,
    }));
    const completed = transition(contract.status, 'COMPLETE');
    if (isFulfilled(after) && completed.ok) {
      await this.contracts.change(tx, contract.id, { status: completed.value });
      // The end of its term may have completed it before.
      if (!(await this.ledger.has(tx, contract.id, 'COMPLETED')))
        await this.ledger.append(tx, contract, { type: 'COMPLETED', at, organizationId: null, facts: {} });
    }
    return accept(id);
  }
}
