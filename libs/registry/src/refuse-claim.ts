import { findTraderByLogin, manages, type Viewer } from '@lienket/identity';
import { accept, announce, Clock, invalid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { noteRefusal } from './claim.store.js';
import { claimRefused } from './organization-events.js';
import { lockOrganization } from './organization.store.js';

/** By a manager of its province: the user who claimed the organization waits no longer. Refused: a login without a claim that waits. */
@Injectable()
export class RefuseClaim {
  constructor(private readonly clock: Clock) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { organizationId, login }: { organizationId: string; login: string },
  ): Promise<Result<string>> {
    const organization = await lockOrganization(tx, viewer, organizationId, this.clock.today());
    if (!organization) return refuse({ code: 'NOT_FOUND' });
    if (!manages(viewer, organization.provinceCode)) return refuse({ code: 'FORBIDDEN' });
    const trader = await findTraderByLogin(tx, login);
    const now = this.clock.now();
    if (!trader || !(await noteRefusal(tx, organization.id, trader.id, now))) return invalid('login', 'UNKNOWN');
    await announce(tx, claimRefused(organization.id, now));
    return accept(organization.id);
  }
}
