import type { Queryable, Reason, Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { ImportKindName, ImportStatus } from './import-status.js';

/** An import that was begun: only under the number of its newest run may anything be written of it. */
export interface ImportRun {
  readonly importId: string;
  readonly run: number;
}

export interface BegunImport extends ImportRun {
  readonly kind: ImportKindName;
  readonly startedBy: string;
}

/** How far it is: of how many rows is known once the file has been read. */
export interface ImportProgress {
  rowsDone: number;
  rowsOf: number | null;
}

/** Who doesn't say within this time that it still runs has lost the import. */
const LEASE_SECONDS = 5;
/** An import that so many processes have died of, or couldn't save, is not begun again. */
const RUNS_MAX = 5;

/** What becomes of imports: the only place that writes them. */
@Injectable()
export class ImportStore {
  async insert(
    tx: Transaction,
    given: { kind: ImportKindName; startedBy: string; fileName: string; content: Buffer; at: Date },
  ): Promise<string> {
    const [inserted] = await tx.query<{ id: string }>(sql`
      insert into imports.import (started_by, kind, file_name, created_at)
      values (${given.startedBy}, ${given.kind}, ${given.fileName}, ${given.at}) returning id`);
    if (!inserted) throw new Error('An import was not inserted.');
    const { id } = inserted;
    await tx.query(sql`insert into imports.import_file (import_id, content) values (${id}, ${given.content})`);
    return id;
  }

  /** The status of each unfinished import that this person started. Who asks at the same time waits, until both have counted. */
  async unfinishedOf(tx: Transaction, userId: string): Promise<ImportStatus[]> {
    await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`imports.import ${userId}`}, 0))`);
    const rows = await tx.query<{ status: ImportStatus }>(
      sql`select status from imports.import where started_by = ${userId} and ${UNFINISHED} order by created_at, id`,
    );
    return rows.map(({ status }) => status);
  }

  /** @returns false where it is being saved, or has ended. */
  cancel(tx: Transaction, id: string): Promise<boolean> {
    return isWritten(
      tx,
      sql`update imports.import set status = 'CANCELLED' where id = ${id} and status in ('QUEUED', 'CHECKING') returning id`,
    );
  }

  /** Begins the import that waits longest, one that its run has lost too; null where there is none. */
  async beginNext(database: Queryable): Promise<BegunImport | null> {
    const [begun] = await database.query<BegunImport>(sql`
      update imports.import set status = 'CHECKING', run = run + 1, leased_until = ${LEASE_END}, rows_done = 0, rows_of = null
      where id = (
        select id from imports.import
        where ${UNFINISHED} and coalesce(leased_until < clock_timestamp(), true) and run < ${RUNS_MAX}
        order by created_at, id limit 1 for update skip locked
      )
      returning id as "importId", run, kind, started_by as "startedBy"`);
    return begun ?? null;
  }

  async fileOf(database: Queryable, { importId }: ImportRun): Promise<Buffer> {
    const [file] = await database.query<{ content: Buffer }>(
      sql`select content from imports.import_file where import_id = ${importId}`,
    );
    if (!file) throw new Error('An unfinished import has lost its file.');
    return file.content;
  }

  /** Says how far the run is, and that it still runs. @returns false where it has lost the import, or the import was cancelled. */
  hold(database: Queryable, { importId, run }: ImportRun, { rowsDone, rowsOf }: ImportProgress): Promise<boolean> {
    return isWritten(
      database,
      sql`update imports.import set leased_until = ${LEASE_END}, rows_done = ${rowsDone}, rows_of = ${rowsOf}
        where id = ${importId} and run = ${run} and status in ('CHECKING', 'SAVING') returning id`,
    );
  }

  /** From here on nobody may cancel it. @returns false where somebody has. */
  beginSaving(database: Queryable, run: ImportRun, rowsOf: number): Promise<boolean> {
    return isWritten(
      database,
      sql`update imports.import set status = 'SAVING', leased_until = ${LEASE_END}, rows_done = 0, rows_of = ${rowsOf}
        where ${isRun(run, 'CHECKING')} returning id`,
    );
  }

  /** In the transaction that saves. @returns false where another run has it: nothing may be saved then. */
  markImported(tx: Transaction, run: ImportRun, count: number): Promise<boolean> {
    return isWritten(
      tx,
      sql`update imports.import set status = 'IMPORTED', rows_done = ${count} where ${isRun(run, 'SAVING')} returning id`,
    );
  }

  /** @param content these rows and why, as Excel */
  async reject(tx: Transaction, run: ImportRun, count: number, rowsOf: number, content: Buffer): Promise<void> {
    const rejected = await isWritten(
      tx,
      sql`update imports.import set status = 'REJECTED', rejected_count = ${count}, rows_done = ${rowsOf}, rows_of = ${rowsOf}
        where ${isRun(run, 'CHECKING')} returning id`,
    );
    if (rejected)
      await tx.query(sql`insert into imports.rejected_file (import_id, content) values (${run.importId}, ${content})`);
  }

  async markUnreadable(database: Queryable, run: ImportRun, { en, vi }: Reason): Promise<void> {
    await database.query(
      sql`update imports.import set status = 'UNREADABLE', fault_en = ${en}, fault_vi = ${vi} where ${isRun(run, 'CHECKING')}`,
    );
  }

  async fail(database: Queryable, { importId, run }: ImportRun): Promise<void> {
    await database.query(
      sql`update imports.import set status = 'FAILED' where id = ${importId} and run = ${run} and ${UNFINISHED}`,
    );
  }

  /** Leaves the import to whoever is next, at once. */
  async giveBack(database: Queryable, { importId, run }: ImportRun): Promise<void> {
    await database.query(sql`
      update imports.import set status = 'QUEUED', leased_until = null, rows_done = 0, rows_of = null
      where id = ${importId} and run = ${run} and ${UNFINISHED}`);
  }

  /** Gives up imports that were begun too often. @returns which */
  async giveUp(database: Queryable): Promise<string[]> {
    const rows = await database.query<{ id: string }>(sql`
      update imports.import set status = 'FAILED'
      where ${UNFINISHED} and run >= ${RUNS_MAX} and coalesce(leased_until < clock_timestamp(), true) returning id`);
    return rows.map(({ id }) => id);
  }

  /** What was sent is kept no longer than it is needed. */
  async dropFiles(database: Queryable): Promise<void> {
    await database.query(sql`
      delete from imports.import_file file using imports.import
      where import.id = file.import_id and import.status not in ('QUEUED', 'CHECKING', 'SAVING')`);
  }
}

const LEASE_END = sql`clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})`;
const UNFINISHED = sql`status in ('QUEUED', 'CHECKING', 'SAVING')`;
const isRun = ({ importId, run }: ImportRun, status: ImportStatus): Sql =>
  sql`id = ${importId} and run = ${run} and status = ${status}`;
const isWritten = async (database: Queryable, statement: Sql): Promise<boolean> =>
  (await database.query(statement)).length > 0;
