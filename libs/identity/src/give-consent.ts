import { accept, Clock, invalid, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { presentText, type ConsentPurpose } from './consent-texts.js';
import { noteConsent } from './consent.store.js';
import type { Viewer } from './viewer.js';

/** By the person themselves, to the text that is asked now: to another one nobody is taken at their word. */
@Injectable()
export class GiveConsent {
  constructor(private readonly clock: Clock) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { purpose, textVersion }: { purpose: ConsentPurpose; textVersion: number },
  ): Promise<Result<ConsentPurpose>> {
    if (textVersion !== presentText(purpose).version) return invalid('textVersion', 'UNKNOWN');
    await noteConsent(tx, viewer.userId, { purpose, given: true, textVersion, at: this.clock.now() });
    return accept(purpose);
  }
}
