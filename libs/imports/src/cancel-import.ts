import type { Viewer } from '@lienket/identity';
import { accept, isUuid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { ImportStatus } from './import-status.js';
import { ImportStore } from './import.store.js';

/** Ends an import that waits or is being checked: nothing of it is saved. One that is being saved is past that. */
@Injectable()
export class CancelImport {
  constructor(private readonly imports: ImportStore) {}

  async execute(tx: Transaction, viewer: Viewer, id: string): Promise<Result<string>> {
    const before = isUuid(id) ? await statusOfOwn(tx, viewer, id) : undefined;
    if (before === undefined) return refuse({ code: 'NOT_FOUND' });
    if (await this.imports.cancel(tx, id)) return accept(id);
    return refuse({ code: 'INVALID_STATE', state: (await statusOfOwn(tx, viewer, id)) ?? before });
  }
}

async function statusOfOwn(tx: Transaction, { userId }: Viewer, id: string): Promise<ImportStatus | undefined> {
  const [own] = await tx.query<{ status: ImportStatus }>(
    sql`select status from imports.import where id = ${id}::uuid and started_by = ${userId}`,
  );
  return own?.status;
}
