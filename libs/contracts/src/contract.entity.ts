import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { LinkageForm } from './contract-draft.js';
import type { ContractStatus } from './contract-lifecycle.js';

@Entity({ schema: 'contracts', name: 'contract' })
export class Contract {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('text')
  origin: 'SIGNED_HERE' | 'ATTESTED';

  /** What was done; what a day makes of it is `statusOn`. */
  @Column('text')
  status: ContractStatus;

  @Column('text')
  form: LinkageForm;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'offered_by', nullable: true })
  offeredBy: string | null;

  @Column('text', { nullable: true })
  terms: string | null;

  @Column('text', { nullable: true })
  evidence: string | null;

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  @Column('date', { name: 'ends_on' })
  endsOn: string;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  @Column('date', { name: 'signed_on', nullable: true })
  signedOn: string | null;

  @Column('date', { name: 'terminated_on', nullable: true })
  terminatedOn: string | null;

  @Column('uuid', { name: 'attested_by', nullable: true })
  attestedBy: string | null;

  @Column('text', { name: 'commodity_codes', array: true })
  commodityCodes: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
