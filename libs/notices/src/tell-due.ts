import { Clock, type JobHandler } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { tellDue } from './notice-jobs.js';
import { tellDays } from './notice.store.js';
import { Telling } from './telling.js';

/** Tells each morning what parties have to do soon, and what they should have done: each once, also where some mornings were missed. */
@Injectable()
export class TellDue implements JobHandler<Record<string, never>> {
  readonly job = tellDue;

  constructor(
    private readonly telling: Telling,
    private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const today = this.clock.today();
    await this.telling.tell(async (tx) => ({ told: await tellDays(tx, today), value: null }));
  }
}
