import { HISTORY_WRITTEN, type HistoryWritten } from '@lienket/contracts';
import { takeAnnouncements, type JobHandler, type Transaction } from '@lienket/platform';
import { CLAIM_GRANTED, CLAIM_REFUSED, type ClaimGranted, type ClaimRefused } from '@lienket/registry';
import { Injectable } from '@nestjs/common';
import { tellNews } from './notice-jobs.js';
import { tellEntries, tellGrants, tellRefusals, type Told } from './notice.store.js';
import { Telling } from './telling.js';

const BATCH = 500;

/** Drains what contracts and registry announced: up to 500 announcements and their whole effect in one transaction. */
@Injectable()
export class TellNews implements JobHandler<Record<string, never>> {
  readonly job = tellNews;

  constructor(private readonly telling: Telling) {}

  async handle(): Promise<void> {
    while ((await this.telling.tell(drainBatch)) >= BATCH);
  }
}

async function drainBatch(tx: Transaction): Promise<{ told: Told[]; value: number }> {
  const histories = await takeAnnouncements<HistoryWritten>(tx, [HISTORY_WRITTEN], BATCH);
  const grants = await takeAnnouncements<ClaimGranted>(tx, [CLAIM_GRANTED], BATCH - histories.length);
  const refusals = await takeAnnouncements<ClaimRefused>(tx, [CLAIM_REFUSED], BATCH - histories.length - grants.length);
  const organizations = await tellEntries(
    tx,
    histories.flatMap(({ entries }) => entries),
  );
  const granted = await tellGrants(
    tx,
    grants.map(({ organizationId }) => organizationId),
  );
  const refused = await tellRefusals(tx, refusals);
  return {
    told: [...organizations, ...granted, ...refused],
    value: histories.length + grants.length + refusals.length,
  };
}
