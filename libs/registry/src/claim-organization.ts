import { mayTrade, organizationHasUsers, type Viewer } from '@lienket/identity';
import { accept, Clock, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { noteClaim } from './claim.store.js';
import { lockOrganization } from './organization.store.js';

/** By a trader without an organization, for one that has no users. Refused with the status of the organization asked for. */
@Injectable()
export class ClaimOrganization {
  constructor(private readonly clock: Clock) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { organizationId }: { organizationId: string },
  ): Promise<Result<string>> {
    const organization = await lockOrganization(tx, viewer, organizationId, this.clock.today());
    if (!organization) return refuse({ code: 'NOT_FOUND' });
    if (!mayTrade(viewer)) return refuse({ code: 'FORBIDDEN' });
    if (viewer.organizationId !== null || (await organizationHasUsers(tx, organization.id)))
      return refuse({ code: 'INVALID_STATE', state: organization.status });
    await noteClaim(tx, organization.id, viewer.userId, this.clock.now());
    return accept(organization.id);
  }
}
