import { Database, Log } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';

const LOOKS_AGAIN_AFTER_MS = 1000;
/** Read-only, a standby too; disk full. */
const CANNOT_BE_WRITTEN = /^(25006|53100)$/;

type Fault = 'database out of reach' | 'database cannot be written';

/** Whether the database takes work: found out by a write, at most once a second, however often it is asked. */
@Injectable()
export class DatabaseHealth {
  private seen: Promise<Fault | null> | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** What keeps it from taking work; null when nothing does. */
  fault(): Promise<Fault | null> {
    this.seen ??= this.write().finally(() => {
      setTimeout(() => (this.seen = undefined), LOOKS_AGAIN_AFTER_MS).unref();
    });
    return this.seen;
  }

  /**
   * A row that is written again and again stays on its page and would be taken by a disk that is full. A new table needs
   * new space, as a signature does; it goes with its transaction, and being temporary waits for nobody's lock.
   */
  private async write(): Promise<Fault | null> {
    try {
      await this.database.query(sql`create temporary table write_probe on commit drop as select 1 as written`);
      return null;
    } catch (error) {
      const fault = CANNOT_BE_WRITTEN.test(String((error as { code?: unknown }).code))
        ? 'database cannot be written'
        : 'database out of reach';
      this.log.warn({ error }, fault);
      return fault;
    }
  }
}
