import { actorOf, type Viewer } from '@lienket/identity';
import { Database, isUuid, pageOf, type Day, type Page, type PageRequest } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { ImportKindName, ImportStatus } from './import-status.js';

export interface ImportRow {
  readonly id: string;
  readonly kind: ImportKindName;
  readonly fileName: string;
  readonly status: ImportStatus;
  readonly rowsDone: number;
  readonly rowsOf: number | null;
  readonly rejectedCount: number | null;
  readonly faultEn: string | null;
  readonly faultVi: string | null;
  readonly createdAt: Date;
}

/** Imports are seen by who started them, and by nobody else. */
@Injectable()
export class ImportReads {
  constructor(private readonly database: Database) {}

  async importById(viewer: Viewer, id: string, today: Day): Promise<ImportRow | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.read(viewer, today, sql`id = ${id}::uuid`, sql`limit 1`);
    return row ?? null;
  }

  /** Newest first by (createdAt, id); the cursor holds both. */
  async imports(viewer: Viewer, { first, after }: PageRequest, today: Day): Promise<Page<ImportRow>> {
    const [createdAt, id] = after ?? [];
    const behind =
      createdAt === undefined || id === undefined
        ? sql`true`
        : sql`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`;
    return pageOf(
      await this.read(viewer, today, behind, sql`order by created_at desc, id desc limit ${first + 1}`),
      first,
    );
  }

  async countImports(viewer: Viewer, today: Day): Promise<number> {
    const [row] = await this.database
      .as(actorOf(viewer, today))
      .query<{ count: number }>(sql`select count(*) from imports.import where started_by = ${viewer.userId}`);
    return row?.count ?? 0;
  }

  /** The rows that can't be taken, as Excel; null where there are none, or the import is somebody else's. */
  async rejectedFileOf(viewer: Viewer, id: string, today: Day): Promise<Buffer | null> {
    if (!isUuid(id)) return null;
    const [file] = await this.database.as(actorOf(viewer, today)).query<{ content: Buffer }>(sql`
      select content from imports.rejected_file join imports.import on import.id = import_id
      where import_id = ${id}::uuid and started_by = ${viewer.userId}`);
    return file?.content ?? null;
  }

  private read(viewer: Viewer, today: Day, condition: Sql, order: Sql): Promise<ImportRow[]> {
    return this.database.as(actorOf(viewer, today)).query<ImportRow>(sql`
      select id, kind, file_name as "fileName", status, rows_done as "rowsDone", rows_of as "rowsOf", rejected_count as "rejectedCount",
        fault_en as "faultEn", fault_vi as "faultVi", created_at as "createdAt"
      from imports.import where started_by = ${viewer.userId} and ${condition} ${order}`);
  }
}
