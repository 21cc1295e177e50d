import type { Viewer } from '@lienket/identity';
import { accept, isUuid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { noticeIsOf } from './notice-sight.js';
import { markRead } from './notice.store.js';

/** By whoever it is told to, a reader of their organization too, and for themselves alone. */
@Injectable()
export class ReadNotice {
  async execute(tx: Transaction, viewer: Viewer, { id }: { id: string }): Promise<Result<string>> {
    const theirs = isUuid(id)
      ? await tx.query(sql`select from notices.notice where id = ${id}::uuid and ${noticeIsOf(viewer)}`)
      : [];
    if (theirs.length === 0) return refuse({ code: 'NOT_FOUND' });
    await markRead(tx, viewer, sql`notice.id = ${id}::uuid`);
    return accept(id);
  }
}
