import { Injectable } from '@nestjs/common';
import { Clock } from './clock.js';

const STALLED_AFTER_MS = 60_000;

/** Whether this process, where it is one that takes jobs, has stopped taking them while some wait. */
@Injectable()
export class JobWatch {
  private wellAt: number | null = null;

  constructor(private readonly clock: Clock) {}

  /** A job is in hand, or none waits. The first time it is said, jobs are taken here from then on. */
  allIsWell(): void {
    this.wellAt = this.clock.now().getTime();
  }

  get isStalled(): boolean {
    return this.wellAt !== null && this.clock.now().getTime() - this.wellAt > STALLED_AFTER_MS;
  }
}
