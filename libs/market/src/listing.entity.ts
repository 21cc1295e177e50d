import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What an organization offers to sell. */
@Entity({ schema: 'market', name: 'listing' })
export class Listing {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organization_id' })
  ownerId: string;

  @Column('text', { name: 'commodity_code' })
  commodityCode: string;

  @Column('text', { nullable: true })
  variety: string | null;

  @Column('text', { nullable: true })
  grade: string | null;

  @Column('text', { array: true })
  certifications: string[];

  @Column('numeric', { name: 'quantity_kg' })
  quantityKg: string;

  @Column('numeric', { name: 'held_kg', default: '0' })
  heldKg: string;

  @Column('numeric', { name: 'minimum_lot_kg' })
  minimumLotKg: string;

  @Column('daterange', { name: 'available' })
  days: string;

  @Column('numeric', { name: 'ask_price_vnd_per_kg', nullable: true })
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
