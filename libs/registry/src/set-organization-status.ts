import { manages, type Viewer } from '@lienket/identity';
import { accept, announce, Clock, invalid, refuse, type Day, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { organizationChanged } from './organization-events.js';
import { changeFrom, type OrganizationStatus } from './organization-profile.js';
import { judgeStatus } from './organization-status.js';
import { loadHistory, lockOrganization, noteStatusDecision, saveHistory } from './organization.store.js';

export interface SetStatus {
  readonly id: string;
  readonly status: OrganizationStatus;
  /** Today by default. */
  readonly effectiveOn?: Day | null;
  readonly reason?: string | null;
}

/** By a manager of its province today; from a day that is not in the future, until the next change already recorded. */
@Injectable()
export class SetOrganizationStatus {
  constructor(private readonly clock: Clock) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { id, status, effectiveOn, reason }: SetStatus,
  ): Promise<Result<string>> {
    const today = this.clock.today();
    const organization = await lockOrganization(tx, viewer, id, today);
    if (!organization) return refuse({ code: 'NOT_FOUND' });
    if (!manages(viewer, organization.provinceCode)) return refuse({ code: 'FORBIDDEN' });
    const day = effectiveOn ?? today;
    if (day > today) return invalid('effectiveOn', 'RANGE');
    const history = await loadHistory(tx, organization.id);
    const judged = judgeStatus(history, status, day);
    if (!judged.ok) return judged;
    await saveHistory(tx, organization.id, changeFrom(history, 'status', status, day));
    await noteStatusDecision(tx, {
      organizationId: organization.id,
      status,
      effectiveOn: day,
      reason: reason ?? null,
      decidedBy: viewer.userId,
      decidedAt: this.clock.now(),
    });
    await announce(tx, organizationChanged(organization.id));
    return accept(organization.id);
  }
}
