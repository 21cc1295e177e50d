import {
  emailOf,
  findTraderByLogin,
  linkUserToOrganization,
  manages,
  organizationHasUsers,
  type Viewer,
} from '@lienket/identity';
import { accept, announce, Clock, invalid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { hasClaimed, noteGrant } from './claim.store.js';
import { claimGranted } from './organization-events.js';
import { OrganizationRecord } from './organization.entity.js';
import { lockOrganization } from './organization.store.js';

/**
 * By a manager of its province: the user who claimed the organization becomes its trader. Refused: a login without a
 * claim; an organization that has users by now, or a user who has an organization.
 */
@Injectable()
export class ApproveClaim {
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
    if (!trader || !(await hasClaimed(tx, organization.id, trader.id))) return invalid('login', 'UNKNOWN');
    const free =
      !(await organizationHasUsers(tx, organization.id)) &&
      (await linkUserToOrganization(tx, trader.id, organization.id));
    if (!free) return refuse({ code: 'INVALID_STATE', state: organization.status });
    const contactEmail = emailOf(trader.login);
    if (contactEmail !== null && !organization.contact?.email)
      await tx.entities.update(OrganizationRecord, organization.id, { contactEmail });
    await noteGrant(tx, organization.id, trader.id, this.clock.now());
    await announce(tx, claimGranted(organization.id));
    return accept(organization.id);
  }
}
