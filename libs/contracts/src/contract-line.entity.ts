import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PriceMechanism } from './contract-draft.js';

@Entity({ schema: 'contracts', name: 'contract_line' })
export class ContractLine {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'contract_id' })
  contractId: string;

  @Column('integer')
  version: number;

  @Column('integer')
  position: number;

  @Column('uuid', { name: 'supplier_id' })
  supplierId: string;

  @Column('uuid', { name: 'buyer_id' })
  buyerId: string;

  @Column('uuid', { name: 'listing_id', nullable: true })
  listingId: string | null;

  @Column('uuid', { name: 'demand_id', nullable: true })
  demandId: string | null;

  @Column('text', { name: 'commodity_code' })
  commodityCode: string;

  @Column('text', { nullable: true })
  variety: string | null;

  @Column('text', { nullable: true })
  grade: string | null;

  @Column('numeric', { name: 'quantity_kg' })
  quantityKg: string;

  @Column('numeric', { name: 'accepted_kg', default: '0' })
  acceptedKg: string;

  @Column('text', { name: 'price_mechanism' })
  priceMechanism: PriceMechanism;

  @Column('numeric', { name: 'price_vnd_per_kg' })
  priceVndPerKg: string;
}
