import {
  CONFIG,
  Clock,
  Database,
  Log,
  projectFile,
  takeAnnouncements,
  urlOf,
  type Config,
  type JobHandler,
} from '@lienket/platform';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { ROUND_STARTED, runRounds } from './round-jobs.js';
import type { FromThread, RoundStart } from './round-messages.js';
import type { RoundProgressSeen } from './round-status.js';
import { RoundStore, type RoundRun } from './round.store.js';
import type { RoundWish } from './round-wish.js';

const THREAD = 'dist/libs/matching/src/rounds/round-thread.js';
/** So soon a cancelled round is noticed, and so often somebody who watches hears of progress. */
const HOLD_MS = 500;
/** Who couldn't say for so long that it runs has lost the round to another, as RoundStore has it. */
const LOST_AFTER_MS = 5000;
const BATCH = 500;

/**
 * Runs rounds in a thread, one at a time in each process. The job only has a look: a round may take minutes, and others wait for jobs.
 * What happens to a round stands in its row alone, so a queue that is wiped, and a process that dies, cost seconds.
 */
@Injectable()
export class RunRounds implements JobHandler<Record<string, never>>, BeforeApplicationShutdown {
  readonly job = runRounds;
  private readonly stop = new AbortController();
  private working: Promise<void> | undefined;
  private isWanted = false;

  constructor(
    private readonly database: Database,
    private readonly rounds: RoundStore,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    await this.database.transaction((tx) => takeAnnouncements(tx, [ROUND_STARTED], BATCH));
    this.isWanted = true;
    this.working ??= this.work().finally(() => (this.working = undefined));
  }

  /** What is in hand is given back: another process begins it at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.working;
  }

  private async work(): Promise<void> {
    try {
      while (this.isWanted && !this.stop.signal.aborted) {
        this.isWanted = false;
        for (const id of await this.rounds.giveUp(this.database))
          this.log.error({ round: id }, 'a round was begun again and again without an end; it has failed');
        for (let round = await this.next(); round; round = await this.next()) await this.run(round);
      }
    } catch (error) {
      this.log.warn({ error }, 'rounds could not be run; it is tried again');
    }
  }

  private async next() {
    return this.stop.signal.aborted ? null : this.rounds.beginNext(this.database);
  }

  private async run(round: RoundRun & RoundWish): Promise<void> {
    const startedAt = performance.now();
    const today = this.clock.today();
    const workerData: RoundStart = { databaseUrl: urlOf('lienket_worker', this.config), round, today };
    const thread = new Worker(projectFile(THREAD), { workerData });
    const ended = new AbortController();
    let seen: RoundProgressSeen = { stage: 'BOOK', done: 0, of: 0, progress: 0 };
    let last: FromThread | undefined;
    thread.on('message', (message: FromThread) => {
      if (message.about === 'progress') seen = message.progress;
      else last = message;
    });
    thread.on('error', (error) => {
      last = isOutOfMemory(error) ? { about: 'failed', failure: 'TOO_LARGE', error } : { about: 'fault', error };
    });
    // Not by `once` of events: that fails as soon as the thread does, and nobody would hear that it has ended.
    const over = new Promise<void>((resolve) => {
      thread.once('exit', () => {
        ended.abort();
        resolve();
      });
    });
    await this.hold(round, () => seen, AbortSignal.any([ended.signal, this.stop.signal]));
    if (!ended.signal.aborted) await thread.terminate();
    await over;
    await this.settle(round, last, (performance.now() - startedAt) / 1000);
  }

  /** Until the thread has ended, the process is to stop, or the round is lost or cancelled. */
  private async hold(round: RoundRun, seen: () => RoundProgressSeen, until: AbortSignal): Promise<void> {
    let heldAt = performance.now();
    const isOver = () => until.aborted || performance.now() - heldAt > LOST_AFTER_MS;
    while (!isOver()) {
      await sleep(HOLD_MS, null, { signal: until }).catch(() => null);
      if (isOver()) return;
      const askedAt = performance.now();
      try {
        if (!(await this.rounds.hold(this.database, round, seen()))) return;
        heldAt = askedAt;
      } catch (error) {
        this.log.warn({ error, round: round.roundId }, 'how far a round is could not be written; it is tried again');
      }
    }
  }

  private async settle(round: RoundRun, last: FromThread | undefined, seconds: number): Promise<void> {
    const { roundId } = round;
    if (last?.about === 'kept') {
      const { about: _about, ...facts } = last;
      this.log.info({ round: roundId, seconds, ...facts }, 'a round was solved');
    } else if (last?.about === 'failed') {
      this.log.error({ round: roundId, error: last.error }, 'a round has failed');
      await this.rounds.fail(this.database, round, last.failure);
    } else {
      if (last?.about === 'fault')
        this.log.warn({ round: roundId, error: last.error }, 'a round was interrupted; it is begun again');
      await this.rounds.giveBack(this.database, round);
    }
  }
}

/** It would be so again. */
const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
