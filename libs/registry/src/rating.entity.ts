import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RatingBand } from './rating-band.js';

@Entity({ schema: 'registry', name: 'rating' })
export class RatingRecord {
  @PrimaryColumn({ type: 'uuid', name: 'organization_id' })
  organizationId: string;

  @PrimaryColumn({ type: 'integer' })
  year: number;

  /** 0..100, an exact decimal. */
  @Column({ type: 'numeric' })
  score: string;

  @Column({ type: 'text' })
  band: RatingBand;
}
