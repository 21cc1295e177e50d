import {
  checkAttempts,
  Clock,
  CONFIG,
  Database,
  invalid,
  refuse,
  useAttempt,
  type Config,
  type Result,
} from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import { takeAttempt } from './openid-attempt.store.js';
import { OpenIdIssuer } from './openid-issuer.js';
import type { OpenIdPerson } from './openid-person.js';

const WINDOW_SECONDS = 15 * 60;

/** What a client brings back from the issuer. */
export interface OpenIdReturn {
  readonly callbackUrl: string;
  readonly secret: string;
}

/**
 * Whom the issuer vouches for. Asks the issuer, so it runs before a transaction and never in one. Failures count against the
 * address; whatever comes of it, the attempt is over.
 */
@Injectable()
export class ProveOpenId {
  constructor(
    private readonly database: Database,
    private readonly issuer: OpenIdIssuer,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(address: string, returned: OpenIdReturn): Promise<Result<OpenIdPerson>> {
    if (this.issuer.address === null) return refuse({ code: 'NOT_FOUND' });
    const limit = {
      key: `openid-finish:${address}`,
      most: this.config.LIENKET_FAILED_SIGN_INS,
      windowSeconds: WINDOW_SECONDS,
    };
    const before = await checkAttempts(this.database, limit);
    if (!before.ok) return before;
    // First, so that an outage leaves the attempt as it is.
    await this.issuer.reach();
    const proved = await this.prove(returned);
    if (proved.ok) return proved;
    const counted = await useAttempt(this.database, limit);
    return counted.ok ? proved : counted;
  }

  private async prove({ callbackUrl, secret }: OpenIdReturn): Promise<Result<OpenIdPerson>> {
    if (!this.issuer.isReturn(callbackUrl)) return invalid('callbackUrl', 'MISMATCH');
    const attempt = await takeAttempt(this.database, secret, this.clock.now());
    return attempt === null ? invalid('secret', 'UNKNOWN') : this.issuer.redeem(callbackUrl, attempt);
  }
}
