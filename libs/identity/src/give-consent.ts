import { accept, Clock, CONFIG, invalid, refuse, type Config, type Result, type Transaction } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { isAsked } from './asked-consents.js';
import { presentText, type ConsentPurpose, type ConsentLanguage } from './consent-texts.js';
import { noteConsent } from './consent.store.js';
import { findUser } from './user.reads.js';
import type { Viewer } from './viewer.js';

/** By the person themselves, to the text that is asked now: to another one nobody is taken at their word. */
@Injectable()
export class GiveConsent {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { purpose, textVersion }: { purpose: ConsentPurpose; textVersion: number },
    language: ConsentLanguage,
  ): Promise<Result<ConsentPurpose>> {
    const user = await findUser(tx, viewer.userId);
    if (user === null) return refuse({ code: 'UNAUTHENTICATED' });
    if (!isAsked(purpose, user.login, this.config)) return invalid('purpose', 'UNKNOWN');
    if (textVersion !== presentText(purpose).version) return invalid('textVersion', 'UNKNOWN');
    await noteConsent(tx, viewer.userId, { purpose, given: true, textVersion, language, at: this.clock.now() });
    return accept(purpose);
  }
}
