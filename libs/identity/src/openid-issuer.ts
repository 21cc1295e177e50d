import { accept, CONFIG, invalid, Log, UnavailableError, type Config, type Result } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import type { OpenIdAttempt } from './openid-attempt.store.js';
import { judgeOpenIdError } from './openid-error.js';
import { openIdPersonOf, type OpenIdPerson } from './openid-person.js';

/** A sign-in asks at most three times (discovery, token, keys), and no request may take longer than ten seconds. */
const REQUEST_SECONDS_MAX = 3;
const DISCOVERED_FOR_MS = 3_600_000;
const SCOPE = 'openid email';

/**
 * The issuer that people may sign in by. It is asked who it is when it is first needed, and again after an hour or a
 * failure, so that Lienket starts and runs without it. An issuer that can't be reached is UNAVAILABLE.
 */
@Injectable()
export class OpenIdIssuer {
  private discovered: { readonly client: Promise<openid.Configuration>; readonly until: number } | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Null where none is configured. */
  get address(): string | null {
    return this.config.LIENKET_OPENID_ISSUER ?? null;
  }

  /** Throws where the issuer can't be reached. */
  async reach(): Promise<void> {
    await this.client();
  }

  /** The issuer's page where a person signs in. */
  async pageFor({ state, nonce, codeVerifier }: OpenIdAttempt): Promise<string> {
    const page = openid.buildAuthorizationUrl(await this.client(), {
      redirect_uri: this.redirectUrl,
      scope: SCOPE,
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return page.href;
  }

  /** Whether an address is the one that the issuer sends people back to. */
  isReturn(callbackUrl: string): boolean {
    if (!URL.canParse(callbackUrl)) return false;
    const url = new URL(callbackUrl);
    url.search = '';
    url.hash = '';
    return url.href === new URL(this.redirectUrl).href;
  }

  /** Whom the issuer vouches for, if what came back from it is the answer to this attempt. */
  async redeem(callbackUrl: string, attempt: OpenIdAttempt): Promise<Result<OpenIdPerson>> {
    const client = await this.client();
    try {
      const tokens = await openid.authorizationCodeGrant(client, new URL(callbackUrl), {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.codeVerifier,
        idTokenExpected: true,
      });
      const person = openIdPersonOf(tokens.claims(), client.clientMetadata().client_id, new Date());
      if (person) return accept(person);
      this.log.warn({ reason: 'claims' }, 'a sign-in by OpenID Connect was refused');
    } catch (error) {
      const { isOfIssuer, reason } = judgeOpenIdError(error);
      if (isOfIssuer) throw new UnavailableError(`OpenID issuer: ${reason}`);
      this.log.warn({ reason }, 'a sign-in by OpenID Connect was refused');
    }
    return invalid('callbackUrl', 'MISMATCH');
  }

  private client(): Promise<openid.Configuration> {
    if (this.discovered === null || this.discovered.until < Date.now()) {
      const client = this.discover();
      const discovered = { client, until: Date.now() + DISCOVERED_FOR_MS };
      this.discovered = discovered;
      client.catch(() => {
        if (this.discovered === discovered) this.discovered = null;
      });
    }
    return this.discovered.client;
  }

  private async discover(): Promise<openid.Configuration> {
    const {
      LIENKET_OPENID_ISSUER: issuer = '',
      LIENKET_OPENID_CLIENT_ID: clientId = '',
      LIENKET_OPENID_CLIENT_SECRET: secret = '',
    } = this.config;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is marked so to warn; the configuration lets only loopback do without TLS
    const plain = issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
    try {
      return await openid.discovery(new URL(issuer), clientId, secret, authenticateBy(secret), {
        timeout: REQUEST_SECONDS_MAX,
        // By itself the library trusts TLS, and looks at no signature of a token that came straight from the issuer.
        execute: [openid.enableNonRepudiationChecks, ...plain],
      });
    } catch (error) {
      throw new UnavailableError(`OpenID issuer: ${judgeOpenIdError(error).reason}`);
    }
  }

  private get redirectUrl(): string {
    return this.config.LIENKET_OPENID_REDIRECT_URL ?? '';
  }
}

/** As the standard has it by default, else in the body, where an issuer takes nothing else. */
function authenticateBy(secret: string): openid.ClientAuth {
  return (issuer, ...request) => {
    const takesBasic = issuer.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true;
    (takesBasic ? openid.ClientSecretBasic(secret) : openid.ClientSecretPost(secret))(issuer, ...request);
  };
}
