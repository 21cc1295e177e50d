import { manages, type Viewer } from '@lienket/identity';
import { accept, announce, Clock, invalid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { organizationChanged } from './organization-events.js';
import { lockOrganization } from './organization.store.js';
import { RATED_KINDS, ratingBand } from './rating-band.js';
import { RatingRecord } from './rating.entity.js';

export interface RateYear {
  readonly id: string;
  readonly year: number;
  /** 0..100 with at most two decimals, an exact decimal. */
  readonly score: string;
}

/** By a manager of its province, for a year that is not after this one; a second rating of a year replaces the first. */
@Injectable()
export class RateOrganization {
  constructor(private readonly clock: Clock) {}

  async execute(tx: Transaction, viewer: Viewer, { id, year, score }: RateYear): Promise<Result<string>> {
    const today = this.clock.today();
    const organization = await lockOrganization(tx, viewer, id, today);
    if (!organization) return refuse({ code: 'NOT_FOUND' });
    if (!manages(viewer, organization.provinceCode)) return refuse({ code: 'FORBIDDEN' });
    if (!RATED_KINDS.has(organization.kind)) return invalid('id', 'MISMATCH');
    if (year > Number(today.slice(0, 4))) return invalid('year', 'RANGE');
    await tx.entities.upsert(
      RatingRecord,
      { organizationId: organization.id, year, score, band: ratingBand(Number(score)) },
      ['organizationId', 'year'],
    );
    await announce(tx, organizationChanged(organization.id));
    return accept(organization.id);
  }
}
