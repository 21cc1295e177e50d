import { Database, readConfig, type Clock, type Config } from '@lienket/platform';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { serve } from '../../apps/api/src/serve.js';
import { identityEntities } from '@lienket/identity';
import { PASSWORD } from './accounts.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export { PASSWORD } from './accounts.js';
export { TestClock } from './test-clock.js';

export interface Answer<Data = Record<string, never>> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  }[];
}

export interface Asking {
  readonly token?: string;
  readonly language?: 'vi' | 'en';
  readonly key?: string;
}

/** A whole Lienket of its own: a database, both doors, a free port. */
export interface Lienket {
  readonly url: string;
  readonly config: Config;
  /** Sends a document and answers the data; a refusal fails the test. */
  ask<Data>(document: string, variables?: object, asking?: Asking): Promise<Data>;
  /** Sends a document and answers whatever came back. */
  send<Data>(document: string, variables?: object, asking?: Asking): Promise<Answer<Data>>;
  signIn(login: string): Promise<string>;
  /** The tables as their owner sees them: all of them, whoever asks. For arranging and checking; the application has no such way. */
  readonly owner: Database;
  /** A provider of the running application. */
  part<T>(type: { readonly prototype: T }): T;
  /** The same where doors have one each. */
  parts<T>(type: { readonly prototype: T }): T[];
  socket(token?: string): Client;
  close(): Promise<void>;
}

/** Longer than any request may take. */
const ANSWERED_WITHIN_MS = 30_000;

/** @param given a database that is there already and stays there; a fresh one otherwise, dropped in the end. */
export async function startLienket(
  settings: Partial<Record<keyof Config, string>> = {},
  clock?: Clock,
  given?: Pick<TestDatabase, 'url'>,
): Promise<Lienket> {
  const own = given ? null : await createTestDatabase();
  const config = readConfig({
    DATABASE_URL: (own ?? given)?.url,
    PORT: '0',
    LIENKET_LOG_LEVEL: 'silent',
    LIENKET_SIGN_UPS_PER_HOUR: '100000',
    ...settings,
  });
  const served = await serve(config, clock);
  const owner = await Database.connect(config.DATABASE_URL, 4, [...identityEntities]);
  const { send, ask } = doorAt(served.url);
  return {
    url: served.url,
    config,
    owner,
    send,
    ask,
    signIn: async (login) => {
      const document =
        'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { token } }';
      const { data, errors } = await send<{ signIn: { token: string } }>(document, { login, password: PASSWORD });
      if (!data) throw new Error(`Refused: ${JSON.stringify(errors)}`);
      return data.signIn.token;
    },
    part: <T>(type: { readonly prototype: T }) => served.app.get<T>(type as unknown as new () => T),
    parts: <T>(type: { readonly prototype: T }) =>
      served.app.get<T>(type as unknown as new () => T, { strict: false, each: true }),
    socket: (token) =>
      createClient({
        url: `${served.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        ...(token !== undefined && { connectionParams: { authorization: `Bearer ${token}` } }),
      }),
    close: async () => {
      await served.close();
      await owner.close();
      await own?.drop();
    },
  };
}

/** The door of a Lienket that runs somewhere. */
export function doorAt(url: string): Pick<Lienket, 'send' | 'ask'> {
  const send = <Data>(document: string, variables: object = {}, asking: Asking = {}) =>
    post<Data>(`${url}/graphql`, document, variables, asking);
  return {
    send,
    ask: async <Data>(document: string, variables: object = {}, asking: Asking = {}) => {
      const answer = await send<Data>(document, variables, asking);
      if (answer.errors || answer.data === null) throw new Error(`Refused: ${JSON.stringify(answer.errors)}`);
      return answer.data;
    },
  };
}

async function post<Data>(
  url: string,
  query: string,
  variables: object,
  { token, language = 'en', key }: Asking,
): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
  });
  return (await response.json()) as Answer<Data>;
}

/** Reads a subscription one message after the other. */
export function follow<Data>(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
): AsyncIterableIterator<Data> {
  const messages = client.iterate<Data>({ query, variables });
  return (async function* () {
    for await (const { data, errors } of messages) {
      if (errors || !data) throw new Error(`Refused: ${JSON.stringify(errors)}`);
      yield data;
    }
  })();
}
