import { HISTORY_WRITTEN, type HistoryWritten } from '@lienket/contracts';
import { Database, takeAnnouncements, type JobHandler, type Transaction } from '@lienket/platform';
import { CLAIM_GRANTED, type ClaimGranted } from '@lienket/registry';
import { Injectable } from '@nestjs/common';
import { Bells } from './bells.js';
import { tellNews } from './notice-jobs.js';
import { tellClaims, tellEntries } from './notice.store.js';

const BATCH = 500;

/** Drains what contracts and registry announced: up to 500 announcements and their whole effect in one transaction. */
@Injectable()
export class TellNews implements JobHandler<Record<string, never>> {
  readonly job = tellNews;

  constructor(
    private readonly database: Database,
    private readonly bells: Bells,
  ) {}

  async handle(): Promise<void> {
    let taken: number;
    do {
      const outcome = await this.database.transaction(drainBatch);
      await this.bells.ring(outcome.told);
      taken = outcome.taken;
    } while (taken >= BATCH);
  }
}

async function drainBatch(tx: Transaction): Promise<{ taken: number; told: string[] }> {
  const histories = await takeAnnouncements<HistoryWritten>(tx, [HISTORY_WRITTEN], BATCH);
  const claims = await takeAnnouncements<ClaimGranted>(tx, [CLAIM_GRANTED], BATCH - histories.length);
  const organizations = await tellEntries(
    tx,
    histories.flatMap(({ entries }) => entries),
  );
  const people = await tellClaims(
    tx,
    claims.map(({ organizationId }) => organizationId),
  );
  return { taken: histories.length + claims.length, told: [...organizations, ...people] };
}
