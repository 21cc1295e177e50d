import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChainRole } from './organization-profile.js';

/** What an organization is called and how it is reached; what holds on certain days only is in its profile. */
@Entity({ schema: 'registry', name: 'organization' })
export class OrganizationRecord {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'tax_code', nullable: true })
  taxCode: string | null;

  @Column({ type: 'text', nullable: true })
  commune: string | null;

  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;

  @Column({ type: 'text', name: 'chain_roles', array: true })
  chainRoles: ChainRole[];

  @Column({ type: 'integer', name: 'member_count', nullable: true })
  memberCount: number | null;

  @Column({ type: 'boolean', name: 'high_tech' })
  highTech: boolean;

  @Column({ type: 'text', name: 'contact_name', nullable: true })
  contactName: string | null;

  @Column({ type: 'text', name: 'contact_phone', nullable: true })
  contactPhone: string | null;

  @Column({ type: 'text', name: 'contact_email', nullable: true })
  contactEmail: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
