import { CONFIG, Database, useAttempt, type Config } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { signedIn } from './asker.js';
import type { RequestContext } from './context.js';
import { answer } from './refusal-error.js';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
/** More people than anybody invites by hand. */
const INVITATIONS_PER_HOUR = 60;
/** More files than anybody mends by hand. */
const IMPORTS_PER_HOUR = 60;
/** Four of each of so many listings as a season has. */
const PHOTOS_PER_HOUR = 240;

/** Counts what one account does in a while: before the command and outside its transaction, so that refused ones count too. */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Of an offer or counter-offer, or of several offers at once. Refused: RATE_LIMITED. */
  offer(context: RequestContext, count = 1): Promise<void> {
    return this.use('offer', this.config.LIENKET_OFFERS_PER_MINUTE, context, MINUTE_SECONDS, count);
  }

  /** Of a signature. Refused: RATE_LIMITED. */
  signature(context: RequestContext): Promise<void> {
    return this.use('signature', this.config.LIENKET_SIGNATURES_PER_MINUTE, context);
  }

  /** Of an invitation to act for an organization. Refused: RATE_LIMITED. */
  invitation(context: RequestContext): Promise<void> {
    return this.use('invitation', INVITATIONS_PER_HOUR, context, HOUR_SECONDS);
  }

  /** Of a file to be imported. Refused: RATE_LIMITED. */
  import(context: RequestContext): Promise<void> {
    return this.use('import', IMPORTS_PER_HOUR, context, HOUR_SECONDS);
  }

  /** Of a photo to be added. Refused: RATE_LIMITED. */
  photo(context: RequestContext): Promise<void> {
    return this.use('photo', PHOTOS_PER_HOUR, context, HOUR_SECONDS);
  }

  private async use(
    what: string,
    most: number,
    context: RequestContext,
    windowSeconds = MINUTE_SECONDS,
    count = 1,
  ): Promise<void> {
    const key = `${what}:${signedIn(context).userId}`;
    answer(await useAttempt(this.database, { key, most, windowSeconds }, count), context.language);
  }
}
