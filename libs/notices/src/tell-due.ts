import { Clock, Database, type JobHandler } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { Bells } from './bells.js';
import { tellDue } from './notice-jobs.js';
import { tellDays } from './notice.store.js';

/** Tells each morning what parties have to do soon, and what they should have done: each once, also where some mornings were missed. */
@Injectable()
export class TellDue implements JobHandler<Record<string, never>> {
  readonly job = tellDue;

  constructor(
    private readonly database: Database,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const today = this.clock.today();
    await this.bells.ring(await this.database.transaction((tx) => tellDays(tx, today)));
  }
}
