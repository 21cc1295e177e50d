import { Clock, Database, type DeadLetter, type QueueCounts, type WorkQueue } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { countEmails, refusedEmails, replayRefusedEmails } from './email.store.js';

/** The e-mails, beside the jobs. One that is started anew is sent within a minute. */
@Injectable()
export class EmailQueue implements WorkQueue {
  readonly name = 'EMAILS';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  counts(): Promise<QueueCounts> {
    return countEmails(this.database, this.clock.now());
  }

  deadLetters(): Promise<DeadLetter[]> {
    return refusedEmails(this.database);
  }

  replay(which: string): Promise<string[]> {
    return replayRefusedEmails(this.database, which, this.clock.now());
  }
}
