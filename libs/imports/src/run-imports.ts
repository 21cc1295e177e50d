import { Clock, Database, Log, takeAnnouncements, UnreadableForm, type JobHandler } from '@lienket/platform';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { carryOut } from './carry-out.js';
import { IMPORT_STARTED, runImports } from './import-jobs.js';
import { ImportStore, type BegunImport, type ImportProgress, type ImportRun } from './import.store.js';
import { SavingDatabase } from './saving-database.js';

/** So soon a cancelled import is noticed, and so often somebody who watches hears of progress. */
const HOLD_MS = 500;
/** Who couldn't say for so long that it runs has lost the import to another, as ImportStore has it. */
const LOST_AFTER_MS = 5000;
const BATCH = 500;

/**
 * Runs imports, one at a time in each process. The job only has a look: others wait for jobs. What happens to an import stands in its row
 * alone, so a queue that is wiped, and a process that dies, cost seconds; and it becomes IMPORTED in the transaction that saves its rows.
 */
@Injectable()
export class RunImports implements JobHandler<Record<string, never>>, BeforeApplicationShutdown {
  readonly job = runImports;
  private readonly stop = new AbortController();
  private working: Promise<void> | undefined;
  private isWanted = false;

  constructor(
    private readonly database: Database,
    @Inject(SavingDatabase) private readonly saving: Database,
    private readonly imports: ImportStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async handle(): Promise<void> {
    await this.database.transaction((tx) => takeAnnouncements(tx, [IMPORT_STARTED], BATCH));
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
        for (const id of await this.imports.giveUp(this.database))
          this.log.error({ import: id }, 'an import was begun again and again without an end; it has failed');
        for (let begun = await this.next(); begun; begun = await this.next()) await this.run(begun);
        await this.imports.dropFiles(this.database);
      }
    } catch (error) {
      this.log.warn({ error }, 'imports could not be run; it is tried again');
    }
  }

  private async next(): Promise<BegunImport | null> {
    return this.stop.signal.aborted ? null : this.imports.beginNext(this.database);
  }

  private async run(begun: BegunImport): Promise<void> {
    const startedAt = performance.now();
    const ended = new AbortController();
    const lost = new AbortController();
    const progress: ImportProgress = { rowsDone: 0, rowsOf: null };
    const held = this.hold(begun, progress, ended.signal, lost);
    try {
      const { database, saving, imports, clock } = this;
      const signal = AbortSignal.any([lost.signal, this.stop.signal]);
      const end = await carryOut({ database, saving, imports, clock }, begun, progress, signal);
      const seconds = (performance.now() - startedAt) / 1000;
      this.log.info(
        { import: begun.importId, kind: begun.kind, end, rows: progress.rowsOf, seconds },
        'an import has ended',
      );
    } catch (error) {
      await this.settle(begun, error);
    } finally {
      ended.abort();
      await held;
    }
  }

  /** Until the import has ended; says so where it is lost or was cancelled. */
  private async hold(
    run: ImportRun,
    progress: ImportProgress,
    ended: AbortSignal,
    lost: AbortController,
  ): Promise<void> {
    let heldAt = performance.now();
    while (await sleep(HOLD_MS, true, { signal: ended }).catch(() => false)) {
      const askedAt = performance.now();
      try {
        if (!(await this.imports.hold(this.database, run, progress))) break;
        heldAt = askedAt;
      } catch (error) {
        this.log.warn({ error, import: run.importId }, 'how far an import is could not be written; it is tried again');
      }
      if (performance.now() - heldAt > LOST_AFTER_MS) break;
    }
    lost.abort();
  }

  private async settle(begun: BegunImport, error: unknown): Promise<void> {
    if (error instanceof UnreadableForm) await this.imports.markUnreadable(this.database, begun, error.reason);
    else if (this.stop.signal.aborted) await this.imports.giveBack(this.database, begun);
    // Its lease passes: what stood in the way, as a tax code that was taken meanwhile, may be gone by then, or is a reason.
    else
      this.log.warn(
        { error, import: begun.importId },
        'an import was cancelled or interrupted; nothing of it is saved',
      );
  }
}
