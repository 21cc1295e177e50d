import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What a buyer wants. */
@Entity({ schema: 'market', name: 'demand' })
export class Demand {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'buyer_id' })
  ownerId: string;

  @Column('text', { name: 'commodity_code' })
  commodityCode: string;

  @Column('text', { nullable: true })
  variety: string | null;

  @Column('text', { name: 'minimum_grade', nullable: true })
  grade: string | null;

  @Column('text', { name: 'required_certifications', array: true })
  certifications: string[];

  @Column('numeric', { name: 'quantity_kg' })
  quantityKg: string;

  @Column('numeric', { name: 'held_kg', default: '0' })
  heldKg: string;

  @Column('numeric', { name: 'minimum_lot_kg' })
  minimumLotKg: string;

  @Column('integer', { name: 'maximum_suppliers', nullable: true })
  maximumSuppliers: number | null;

  @Column('daterange', { name: 'deliver' })
  days: string;

  @Column('numeric', { name: 'maximum_price_vnd_per_kg', nullable: true })
  priceVndPerKg: string | null;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
