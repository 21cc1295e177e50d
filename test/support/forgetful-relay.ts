import { RecountParticipation } from '@lienket/participation';
import { Database, JobQueue } from '@lienket/platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';

/** A relay built wrongly: it announces once only, and trusts the queue to keep what it was told. */
@Injectable()
export class ForgetfulRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private announcedUpTo = 0;
  private isOver = false;

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly recount: RecountParticipation,
  ) {}

  onApplicationBootstrap(): void {
    void this.run();
  }

  beforeApplicationShutdown(): void {
    this.isOver = true;
  }

  private async run(): Promise<void> {
    while (!this.isOver) {
      await this.look().catch(() => null); // as forgetful of what went wrong
      await sleep(20);
    }
  }

  private async look(): Promise<void> {
    const [row] = await this.database.query<{ newest: number | null }>(
      sql`select max(id) as newest from platform.outbox`,
    );
    const newest = row?.newest ?? 0;
    if (newest <= this.announcedUpTo) return;
    this.announcedUpTo = newest;
    await this.queue.add(this.recount.job, {});
  }
}
