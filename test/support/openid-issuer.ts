import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'lienket', secret: 'a secret of the client' };
/** Where the console would be. Nobody listens there: the browser is stopped at the door. */
export const REDIRECT_URL = 'https://console.example.vn/signed-in';

export interface Vouched {
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** What tells a Lienket of an issuer. */
export const openIdSettings = (issuer: string) => ({
  LIENKET_OPENID_ISSUER: issuer,
  LIENKET_OPENID_CLIENT_ID: CLIENT.id,
  LIENKET_OPENID_CLIENT_SECRET: CLIENT.secret,
  LIENKET_OPENID_REDIRECT_URL: REDIRECT_URL,
});

/** An OpenID Connect issuer on a free loopback port. It knows whoever signs in, and vouches for what the test says of them. */
export class OpenIdIssuerServer {
  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly people: Map<string, Vouched>,
  ) {}

  static async start(): Promise<OpenIdIssuerServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const people = new Map<string, Vouched>();
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
    const provider = new Provider(url, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [REDIRECT_URL] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      cookies: { keys: [randomBytes(16).toString('hex')] },
      jwks: { keys: [{ ...key, kid: 'of the issuer', use: 'sig' }] },
      pkce: { required: () => true },
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
      findAccount: (_: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, ...people.get(sub) }),
      }),
    });
    const answer = provider.callback();
    server.on('request', (request, response) => void answer(request, response));
    return new OpenIdIssuerServer(server, url, people);
  }

  vouchFor(subject: string, claims: Vouched): void {
    this.people.set(subject, claims);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
