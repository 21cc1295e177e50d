import { accept, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { endSession, endSessionsOf } from './session.store.js';
import type { Viewer } from './viewer.js';

/** Ends the session of this token, or all of the user's. */
@Injectable()
export class SignOut {
  async execute(
    tx: Transaction,
    viewer: Viewer,
    { token, everywhere }: { token: string | null; everywhere: boolean },
  ): Promise<Result<boolean>> {
    if (everywhere) await endSessionsOf(tx, viewer.userId);
    else if (token !== null) await endSession(tx, token);
    return accept(true);
  }
}
