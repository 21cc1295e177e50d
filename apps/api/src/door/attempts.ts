import { CONFIG, Database, useAttempt, type Config } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { signedIn } from './asker.js';
import type { RequestContext } from './context.js';
import { answer } from './refusal-error.js';

const MINUTE_SECONDS = 60;

/** Counts what one account does in a minute: before the command and outside its transaction, so that refused ones count too. */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Of an offer or counter-offer. Refused: RATE_LIMITED. */
  offer(context: RequestContext): Promise<void> {
    return this.use('offer', this.config.LIENKET_OFFERS_PER_MINUTE, context);
  }

  /** Of a signature. Refused: RATE_LIMITED. */
  signature(context: RequestContext): Promise<void> {
    return this.use('signature', this.config.LIENKET_SIGNATURES_PER_MINUTE, context);
  }

  private async use(what: string, most: number, context: RequestContext): Promise<void> {
    const key = `${what}:${signedIn(context).userId}`;
    answer(await useAttempt(this.database, { key, most, windowSeconds: MINUTE_SECONDS }), context.language);
  }
}
