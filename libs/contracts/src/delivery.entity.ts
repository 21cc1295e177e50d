import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ schema: 'contracts', name: 'delivery' })
export class Delivery {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'contract_id' })
  contractId: string;

  @Column('uuid', { name: 'line_id' })
  lineId: string;

  @Column('date', { name: 'delivered_on' })
  deliveredOn: string;

  @Column('numeric', { name: 'quantity_kg' })
  quantityKg: string;

  @Column('numeric', { name: 'accepted_kg' })
  acceptedKg: string;

  @Column('text', { nullable: true })
  grade: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
