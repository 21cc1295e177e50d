import { createHmac, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLIENT } from './openid-issuer.js';

export type Claims = Readonly<Record<string, unknown>>;
/** What the token endpoint answers. */
export type TokenAnswer = (response: ServerResponse) => void;

const KID = 'of the issuer';
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' });

/** An issuer on a free loopback port that answers every code with whatever the test gives it to answer. */
export class HostileIssuer {
  readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
  /** The form in which the last code was exchanged. */
  exchanged = new URLSearchParams();
  answers: TokenAnswer = (response) => void response.writeHead(500).end();
  discovery: Claims = {};

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** @param port where it was before; a free one otherwise. */
  static async start(port = 0): Promise<HostileIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const issuer = new HostileIssuer(server, `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    server.on('request', ({ url = '', headers, method }, response) => {
      if (url === '/.well-known/openid-configuration') sendJson(response, issuer.metadata());
      else if (url === '/jwks') sendJson(response, { keys: [issuer.publicKey()] });
      else if (url === '/token' && method === 'POST' && headers.authorization !== undefined) issuer.answers(response);
      else response.writeHead(404).end();
    });
    server.on('request', (request) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.url === '/token') issuer.exchanged = new URLSearchParams(Buffer.concat(chunks).toString());
      });
    });
    return issuer;
  }

  /** Claims that are sound for a sign-in of this nonce. */
  soundClaims(nonce: string): Claims {
    const now = Math.floor(Date.now() / 1000);
    const person = { sub: 'somebody', email: 'somebody@example.vn', email_verified: true };
    return { iss: this.url, aud: CLIENT.id, iat: now, exp: now + 60, nonce, ...person };
  }

  signed(claims: Claims, header: Claims = {}, key: KeyObject = this.key.privateKey): string {
    const content = `${part({ alg: 'RS256', kid: KID, ...header })}.${part(claims)}`;
    const hash = header['alg'] === 'RS512' ? 'sha512' : 'sha256';
    return `${content}.${sign(hash, Buffer.from(content), key).toString('base64url')}`;
  }

  /** Signed by a secret that is none, as HS256. */
  sealed(claims: Claims, secret: string | Buffer = pem(this.key.publicKey)): string {
    const content = `${part({ alg: 'HS256', kid: KID })}.${part(claims)}`;
    return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
  }

  unsigned(claims: Claims, alg = 'none'): string {
    return `${part({ alg })}.${part(claims)}.`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private metadata(): Claims {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/jwks`,
      // It would take anything: whatever is refused is refused by the client.
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      ...this.discovery,
    };
  }

  private publicKey(): Claims {
    const { n, e, kty } = createPrivateKey(this.key.privateKey.export({ type: 'pkcs8', format: 'pem' })).export({
      format: 'jwk',
    });
    return { n, e, kty, kid: KID, use: 'sig' };
  }
}

function sendJson(response: ServerResponse, content: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}

/** The answer that brings this token. */
export const bringing =
  (idToken: unknown): TokenAnswer =>
  (response) => {
    sendJson(response, { access_token: 'an access token', token_type: 'Bearer', id_token: idToken });
  };

/** The answer that brings none, by one of the protocol's words. */
export const refusing =
  (error: string): TokenAnswer =>
  (response) => {
    sendJson(response, { error }, 400);
  };
