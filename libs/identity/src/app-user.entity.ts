import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationRole, UserRole } from './viewer.js';

@Entity({ schema: 'identity', name: 'app_user' })
export class AppUser {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  /** In canonical form: see canonicalLogin. */
  @Column({ type: 'text' })
  login: string;

  /** Null for who signs in by OpenID Connect only. */
  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column({ type: 'text' })
  role: UserRole;

  @Column({ type: 'uuid', name: 'organization_id', nullable: true })
  organizationId: string | null;

  @Column({ type: 'text', name: 'organization_role', nullable: true })
  organizationRole: OrganizationRole | null;

  @Column({ type: 'text', name: 'province_codes', array: true })
  provinceCodes: string[];

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
