import type { Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';

export interface Award {
  readonly buyerId: string;
  readonly demandId: string;
  readonly createdAt: Date;
}

/** Awards and which contracts they tie: the only place that writes them. */
@Injectable()
export class AwardStore {
  /** Ties contracts that the buyer has offered in this transaction; a contract is in one award at most. */
  async insert(tx: Transaction, award: Award, contractIds: readonly string[]): Promise<string> {
    const [made] = await tx.query<{ id: string }>(sql`
      insert into contracts.award (buyer_id, demand_id, created_at)
      values (${award.buyerId}, ${award.demandId}, ${award.createdAt}) returning id`);
    if (!made) throw new Error('The database gave no award.');
    await tx.query(sql`
      insert into contracts.award_contract (contract_id, award_id)
      select contract_id, ${made.id}::uuid from unnest(${contractIds}::uuid[]) as tied (contract_id)`);
    return made.id;
  }
}
