import type { Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Delivery } from './delivery.entity.js';

/** Deliveries, and what they add up to on their lines: the only place that writes either. */
@Injectable()
export class DeliveryStore {
  /** The contract of the line must be locked. */
  async insert(tx: Transaction, delivery: Omit<Delivery, 'id'>): Promise<string> {
    const inserted = await tx.entities.insert(Delivery, delivery);
    await tx.query(
      sql`update contracts.contract_line set accepted_kg = accepted_kg + ${delivery.acceptedKg}::numeric where id = ${delivery.lineId}`,
    );
    return (inserted.identifiers[0] as { id: string }).id;
  }
}
