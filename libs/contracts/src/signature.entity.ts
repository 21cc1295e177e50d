import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One party's signature under one version. */
@Entity({ schema: 'contracts', name: 'signature' })
export class Signature {
  @PrimaryColumn('uuid', { name: 'contract_id' })
  contractId: string;

  @PrimaryColumn('integer')
  version: number;

  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt: Date;
}
