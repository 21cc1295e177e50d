import { HISTORY_WRITTEN, type HistoryWritten } from '@lienket/contracts';
import { Database, takeAnnouncements, type JobHandler } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { Bells } from './bells.js';
import { tellHistory } from './notice-jobs.js';
import { tellEntries } from './notice.store.js';

const BATCH = 500;

/** Drains what contracts announced of their histories: up to 500 announcements and their whole effect in one transaction. */
@Injectable()
export class TellHistory implements JobHandler<Record<string, never>> {
  readonly job = tellHistory;

  constructor(
    private readonly database: Database,
    private readonly bells: Bells,
  ) {}

  async handle(): Promise<void> {
    let taken: number;
    do {
      const { count, told } = await this.database.transaction(async (tx) => {
        const announced = await takeAnnouncements<HistoryWritten>(tx, [HISTORY_WRITTEN], BATCH);
        return {
          count: announced.length,
          told: await tellEntries(
            tx,
            announced.flatMap(({ entries }) => entries),
          ),
        };
      });
      await this.bells.ring(told);
      taken = count;
    } while (taken >= BATCH);
  }
}
