import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { z } from 'zod';
import { Database, type Transaction } from './database.js';
import { announce, takeAnnouncements } from './outbox.js';
import { defineJob, type JobHandler } from './queue.js';
import { QueueReports } from './queue-reports.js';
import { accept, refuse, type Result } from './result.js';
import { isUuid } from './uuid.js';

const RETRY_ASKED = 'platform.retry-asked';
const BATCH = 100;

interface Asked {
  readonly queue: string;
  readonly letter: string;
}

/** Asks that a dead letter be tried again; a worker does it, which has the queue. Not found by who doesn't see it. */
@Injectable()
export class RetryDeadLetter {
  async execute(tx: Transaction, id: string): Promise<Result<true>> {
    const [asked] = isUuid(id)
      ? await tx.query<Asked>(sql`select queue, letter from platform.dead_letter where id = ${id}`)
      : [];
    if (!asked) return refuse({ code: 'NOT_FOUND' });
    await announce(tx, { topic: RETRY_ASKED, payload: { ...asked } });
    return accept(true);
  }
}

const retryDeadLetters = defineJob({
  name: 'platform.retry-dead-letters',
  version: 1,
  payload: z.object({}),
  attemptsMax: 5,
  timeoutSeconds: 60,
  drains: [RETRY_ASKED],
});

/** Starts anew what was asked for. What is no dead letter any more was started before, and is left alone. */
@Injectable()
export class RetryDeadLetters implements JobHandler<Record<string, never>> {
  readonly job = retryDeadLetters;

  constructor(
    private readonly database: Database,
    private readonly reports: QueueReports,
  ) {}

  async handle(): Promise<void> {
    await this.database.transaction(async (tx) => {
      for (const { queue, letter } of await takeAnnouncements<Asked>(tx, [RETRY_ASKED], BATCH))
        await this.reports.queues.find(({ name }) => name === queue)?.replay(letter);
    });
    await this.reports.report();
  }
}
