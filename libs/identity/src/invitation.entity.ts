import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationRole } from './viewer.js';

@Entity({ schema: 'identity', name: 'invitation' })
export class Invitation {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'uuid', name: 'organization_id' })
  organizationId: string;

  /** In canonical form: see canonicalLogin. */
  @Column({ type: 'text' })
  login: string;

  @Column({ type: 'text' })
  role: OrganizationRole;

  @Column({ type: 'bytea', name: 'token_digest' })
  tokenDigest: Buffer;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;
}
