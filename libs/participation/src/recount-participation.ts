import { Injectable } from '@nestjs/common';
import { CONTRACT_CHANGED, type ContractChanged } from '@lienket/contracts';
import { ORGANIZATION_CHANGED, type OrganizationChanged } from '@lienket/registry';
import { Database, takeAnnouncements, type JobHandler, type Transaction } from '@lienket/platform';
import { tellChange } from './participation-feed.js';
import { recountParticipation } from './participation-jobs.js';
import { recount } from './recount.js';

const BATCH = 500;

/** Drains what contracts and registry announced: up to 500 announcements and their whole effect in one transaction. */
@Injectable()
export class RecountParticipation implements JobHandler<Record<string, never>> {
  readonly job = recountParticipation;

  constructor(private readonly database: Database) {}

  async handle(): Promise<void> {
    let taken: number;
    do {
      const outcome = await this.database.transaction(drainBatch);
      // After the commit and outside of it: a NOTIFY inside would make commits queue up behind each other.
      if (outcome.knownAt) await tellChange(this.database, outcome.knownAt);
      taken = outcome.taken;
    } while (taken >= BATCH);
  }
}

async function drainBatch(tx: Transaction): Promise<{ taken: number; knownAt: Date | null }> {
  const contracts = await takeAnnouncements<ContractChanged>(tx, [CONTRACT_CHANGED], BATCH);
  const organizations = await takeAnnouncements<OrganizationChanged>(
    tx,
    [ORGANIZATION_CHANGED],
    BATCH - contracts.length,
  );
  const taken = contracts.length + organizations.length;
  if (taken === 0) return { taken, knownAt: null };
  const knownAt = await recount(tx, {
    parties: contracts.flatMap(({ organizationIds }) => organizationIds),
    changedOrganizations: organizations.map(({ organizationId }) => organizationId),
  });
  return { taken, knownAt };
}
