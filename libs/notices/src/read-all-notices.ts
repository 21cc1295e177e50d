import type { Viewer } from '@lienket/identity';
import { accept, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { markRead } from './notice.store.js';

@Injectable()
export class ReadAllNotices {
  /** @param until what came later has not been looked at */
  async execute(tx: Transaction, viewer: Viewer, { until }: { until: Date }): Promise<Result<number>> {
    return accept(await markRead(tx, viewer, sql`notice.at <= ${until}`));
  }
}
