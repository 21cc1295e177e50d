import { accept, Clock, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from './consent-texts.js';
import { noteConsent } from './consent.store.js';
import type { Viewer } from './viewer.js';

/** Never refused. Whatever rests on the consent asks for it each time, so that nothing has to be told. */
@Injectable()
export class WithdrawConsent {
  constructor(private readonly clock: Clock) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { purpose }: { purpose: ConsentPurpose },
  ): Promise<Result<ConsentPurpose>> {
    await noteConsent(tx, viewer.userId, { purpose, given: false, at: this.clock.now() });
    return accept(purpose);
  }
}
