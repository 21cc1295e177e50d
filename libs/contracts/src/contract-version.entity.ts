import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one party offered at a time; the lines of the version refer to it by its number. */
@Entity({ schema: 'contracts', name: 'contract_version' })
export class ContractVersion {
  @PrimaryColumn('uuid', { name: 'contract_id' })
  contractId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('uuid', { name: 'offered_by' })
  offeredBy: string;

  @Column('timestamptz', { name: 'offered_at' })
  offeredAt: Date;

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  @Column('date', { name: 'ends_on' })
  endsOn: string;

  @Column('text', { nullable: true })
  terms: string | null;
}
