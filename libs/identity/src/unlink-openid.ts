import { accept, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { removeLinkOf } from './openid-link.store.js';
import { hasPassword } from './user.reads.js';
import type { Viewer } from './viewer.js';

/** The viewer signs in by password alone again. Refused without one: nobody locks themselves out. */
@Injectable()
export class UnlinkOpenId {
  async execute(tx: Transaction, viewer: Viewer): Promise<Result<boolean>> {
    if (!(await removeLinkOf(tx, viewer.userId))) return refuse({ code: 'NOT_FOUND' });
    if (!(await hasPassword(tx))) return refuse({ code: 'INVALID_STATE', state: 'NO_PASSWORD' });
    return accept(true);
  }
}
