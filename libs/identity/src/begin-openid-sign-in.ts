import { accept, Clock, Database, refuse, useAttempt, type Result } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { keepAttempt } from './openid-attempt.store.js';
import { OpenIdIssuer } from './openid-issuer.js';
import { newSessionToken } from './session-token.js';

const MINUTES_MAX = 10;
/** Each leaves a row for a while. A whole market hall may stand behind one address. */
const BEGUN_AN_HOUR_MAX = 600;
const HOUR_SECONDS = 3600;

export interface BegunOpenIdSignIn {
  readonly url: string;
  readonly secret: string;
  readonly expiresAt: Date;
}

/**
 * Begins a sign-in by the issuer. The secret stays with the client that began: without it the address to which the issuer sends
 * somebody back is worth nothing, neither to who steals it nor to who slips theirs to somebody else.
 */
@Injectable()
export class BeginOpenIdSignIn {
  constructor(
    private readonly database: Database,
    private readonly issuer: OpenIdIssuer,
    private readonly clock: Clock,
  ) {}

  async execute(address: string): Promise<Result<BegunOpenIdSignIn>> {
    if (this.issuer.address === null) return refuse({ code: 'NOT_FOUND' });
    const limit = { key: `openid-begin:${address}`, most: BEGUN_AN_HOUR_MAX, windowSeconds: HOUR_SECONDS };
    const counted = await useAttempt(this.database, limit);
    if (!counted.ok) return counted;
    const attempt = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const url = await this.issuer.pageFor(attempt);
    const secret = newSessionToken();
    const expiresAt = new Date(this.clock.now().getTime() + MINUTES_MAX * 60_000);
    await keepAttempt(this.database, secret, attempt, expiresAt);
    return accept({ url, secret, expiresAt });
  }
}
