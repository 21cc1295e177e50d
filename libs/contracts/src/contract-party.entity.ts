import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChainRole } from './contract-draft.js';

@Entity({ schema: 'contracts', name: 'contract_party' })
export class ContractParty {
  @PrimaryColumn('uuid', { name: 'contract_id' })
  contractId: string;

  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text', { array: true })
  roles: ChainRole[];

  @Column('boolean')
  lead: boolean;

  @Column('integer')
  position: number;
}
