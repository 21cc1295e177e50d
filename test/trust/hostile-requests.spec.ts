import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request, type IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { startLienket, type Lienket } from '../support/lienket.js';
import { addNewcomer } from '../support/people.js';

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}
interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let lienket: Lienket;
let production: Lienket;
let token: string;

beforeAll(async () => {
  lienket = await startLienket({ LIENKET_ROLE: 'api', LIENKET_ORIGINS: 'https://console.example.vn' });
  production = await startLienket({ LIENKET_ROLE: 'api', NODE_ENV: 'production' });
  token = (await addNewcomer(lienket)).token;
});
afterAll(async () => {
  await lienket.close();
  await production.close();
});

/** Nothing is made sound on the way, as fetch would do. */
function send({ method = 'POST', path = '/graphql', headers = {}, body = '' }: Sent, to = lienket): Promise<Told> {
  const { port } = new URL(to.url);
  const sent = {
    'content-type': 'application/json',
    'accept-language': 'en',
    // Node leaves it out where a method is not expected to bring a body, and the body would be read as the next request.
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers: sent, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts).toString() });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const PROVINCES = '{ provinces { code } }';
const asJson = (query: unknown, rest: object = {}) => JSON.stringify({ query, ...rest });
const times = (count: number, part: (n: number) => string, joint = ' ') =>
  Array.from({ length: count }, (_, n) => part(n)).join(joint);
const nested = (depth: number, open: string, inner: string) => open.repeat(depth) + inner + '}'.repeat(depth);
const ID = '0190d1c2-0000-7000-8000-000000000000';

const DOCUMENTS: Readonly<Record<string, string>> = {
  'deeper than anything needs': `{ organization(id: "${ID}") { ${nested(12, 'memberOf { ', 'id')} } }`,
  'deep by fragments': `{ organization(id: "${ID}") { ...f0 } } ${times(13, (n) => `fragment f${n} on Organization { memberOf { ...f${n + 1} } }`)} fragment f13 on Organization { id }`,
  'deep by inline fragments': `{ organization(id: "${ID}") { ${nested(12, 'memberOf { ... on Organization { ', 'id')}${'}'.repeat(12)} } }`,
  'a fragment in itself': '{ provinces { ...a } } fragment a on Province { ...a }',
  'two fragments in each other':
    '{ provinces { ...a } } fragment a on Province { ...b } fragment b on Province { ...a }',
  'fragments that double': `{ provinces { ...f0 } } ${times(18, (n) => `fragment f${n} on Province { ...f${n + 1} ...f${n + 1} }`)} fragment f18 on Province { code }`,
  'a thousand aliases of a list': `{ ${times(1000, (n) => `a${n}: provinces { code }`)} }`,
  'a thousand aliases of matches': `{ listing(id: "${ID}") { ${times(400, (n) => `a${n}: matches { totalCount }`)} } }`,
  'a hundred sign-ins': `mutation { ${times(100, (n) => `a${n}: signIn(login: "a@b.vn", password: "a long password") { token }`)} }`,
  'a sign-in beside another change':
    'mutation { signIn(login: "a@b.vn", password: "a long password") { token } signOut }',
  'ten thousand tokens': `{ ${times(10_000, () => 'provinces')} }`,
  'a thousand directives': `{ provinces { ${times(1000, (n) => `c${n}: code @include(if: true)`)} } }`,
  'a directive a hundred times': `{ provinces ${times(100, () => '@include(if: true)')} { code } }`,
  'an unknown directive': '{ provinces @slow(ms: 10000) { code } }',
  'brackets in brackets': `{ organizations(filter: { kinds: ${'['.repeat(2000)}${']'.repeat(2000)} }) { totalCount } }`,
  'braces in braces': `{ a(b: ${'{a:'.repeat(2000)}1${'}'.repeat(2000)}) }`,
  'pages of pages':
    '{ organizations(first: 100) { nodes { memberOf { memberOf { id } } } } listings(first: 100) { nodes { matches(first: 100) { nodes { listing { matches(first: 100) { nodes { score } } } } } } } }',
  'a thousand on a page': '{ organizations(first: 1000) { totalCount } }',
  'minus one on a page': '{ organizations(first: -1) { totalCount } }',
  'more on a page than numbers go': '{ organizations(first: 4294967297) { totalCount } }',
  'half a one on a page': '{ organizations(first: 1.5) { totalCount } }',
  'a hundred years of months': '{ participationSeries(from: "1900-01-01", to: "2026-01-01") { rate } }',
  'forty series': `{ ${times(40, (n) => `s${n}: participationSeries(from: "2020-01-01", to: "2026-01-01") { rate }`)} }`,
  'the schema, round and round': `{ __schema { types { fields { type { ${nested(14, 'ofType { ', 'name')} } } } } }`,
  'the schema of the schema': `{ __type(name: "Query") { ${nested(6, 'fields { type { ', 'name')}${'}'.repeat(6)} } }`,
  'two operations and no name': 'query a { provinces { code } } query b { provinces { code } }',
  'a subscription that is not one': 'subscription { participationChanged { rate } }',
  'a field that is not there': '{ users { login passwordHash } }',
  'a mutation that is not there': 'mutation { setRole(login: "a@b.vn", role: ADMINISTRATOR) { id } }',
  'an input field that is not there':
    'mutation { createListing(input: { commodityCode: "paddy", quantityKg: "1", availableFrom: "2026-11-22", availableTo: "2026-11-23", organizationId: "x" }) { id } }',
  'SQL for an enum': '{ organizations(filter: { statuses: ["ACTIVE\' OR 1=1 --"] }) { totalCount } }',
  'a name for an enum': '{ organizations(filter: { statuses: [ACTIVE_OR_PENDING] }) { totalCount } }',
  'an object for an id': '{ organization(id: { eq: "x" }) { id } }',
  'a list for an id': '{ organization(id: ["x", "y"]) { id } }',
  'an operator for a text': '{ organizations(filter: { text: { like: "%" } }) { totalCount } }',
  'a number that is none': '{ organizations(first: 1e400) { totalCount } }',
  'a date that is none': '{ participation(asOf: "2026-02-30") { rate } }',
  'a date in the year 9999': '{ participation(asOf: "9999-12-31") { rate } }',
  'a text with NUL in it': '{ organizations(filter: { text: "a\\u0000b" }) { totalCount } }',
  'half a character': '{ organizations(filter: { text: "\\uD800" }) { totalCount } }',
  'a text of a hundred thousand characters': `{ organizations(filter: { text: "${'x'.repeat(100_000)}" }) { totalCount } }`,
  'a cursor of another list': '{ organizations(after: "WyJhIl0") { totalCount nodes { id } } }',
  'SQL for a cursor': `{ contracts(after: "${Buffer.from('["2026-11-22T00:00:00.000Z","x\'; drop table contracts.contract; --"]').toString('base64url')}") { nodes { id } } }`,
  'a variable that nobody gave': 'query ($id: ID!) { organization(id: $id) { id } }',
  nothing: ' ',
  'a comment': '# { provinces { code } }',
  'no GraphQL': 'select * from identity.app_user',
  'a type system': 'type Query { hacked: String } extend type Query { hacked: String }',
};

const REQUESTS: Readonly<Record<string, () => Sent>> = {
  'GET with a query': () => ({ method: 'GET', path: `/graphql?query=${encodeURIComponent(PROVINCES)}` }),
  'GET that says it is no simple one (GHSA-9q82-xgwf-vj6h)': () => ({
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent(PROVINCES)}`,
    headers: { 'apollo-require-preflight': '1', 'x-apollo-operation-name': 'a' },
  }),
  'GET of type message/x (GHSA-9q82-xgwf-vj6h)': () => ({
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent(PROVINCES)}`,
    headers: { 'content-type': 'message/x' },
  }),
  PUT: () => ({ method: 'PUT', body: asJson(PROVINCES) }),
  DELETE: () => ({ method: 'DELETE', body: asJson(PROVINCES) }),
  PATCH: () => ({ method: 'PATCH', body: asJson(PROVINCES) }),
  'a method that is another one': () => ({
    method: 'GET',
    headers: { 'x-http-method-override': 'POST' },
    body: asJson(PROVINCES),
  }),
  'a batch': () => ({ body: JSON.stringify([{ query: PROVINCES }, { query: PROVINCES }]) }),
  'a persisted query': () => ({
    body: JSON.stringify({
      query: PROVINCES.slice(0, 0),
      extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } },
    }),
  }),
  'a form': () => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `query=${encodeURIComponent(PROVINCES)}`,
  }),
  'a text': () => ({ headers: { 'content-type': 'text/plain' }, body: asJson(PROVINCES) }),
  'an upload': () => ({ headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }),
  'a form by a path written otherwise (GHSA-8wpr-639p-ccrj)': () => ({
    path: '/%67raphql',
    headers: { 'content-type': 'text/plain' },
    body: asJson(PROVINCES),
  }),
  'a query by a path written otherwise (GHSA-8wpr-639p-ccrj)': () => ({
    method: 'GET',
    path: `/graph%71l?query=${encodeURIComponent(PROVINCES)}`,
  }),
  'a path that is nearly it': () => ({ path: '/graphql/../graphql/', body: asJson(PROVINCES) }),
  'a character set from far away (CVE-2026-23897)': () => ({
    headers: { 'content-type': 'application/json; charset=utf-16' },
    body: Buffer.from(asJson(PROVINCES), 'utf16le'),
  }),
  'a packed megabyte': () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync('x'.repeat(10_000_000)) }),
  'two megabytes': () => ({ body: asJson(PROVINCES, { variables: { text: 'x'.repeat(2_000_000) } }) }),
  'half a JSON': () => ({ body: '{"query":"{ provinces' }),
  'a prototype': () => ({ body: `{"__proto__":{"query":"${PROVINCES}"}}` }),
  'a prototype among the variables': () => ({
    body: `{"query":"${PROVINCES}","variables":{"__proto__":{"admin":true}}}`,
  }),
  'a constructor': () => ({ body: `{"query":"${PROVINCES}","constructor":{"prototype":{"admin":true}}}` }),
  'a page of a stranger': () => ({ headers: { origin: 'https://evil.example' }, body: asJson(PROVINCES) }),
  'a page without an origin': () => ({ headers: { origin: 'null' }, body: asJson(PROVINCES) }),
  'a page that asks first': () => ({
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  }),
  'a token that is SQL': () => ({
    headers: { authorization: "Bearer ' OR 1=1 --aaaaaaaaaaaaaaaaaa" },
    body: asJson('{ me { id } }'),
  }),
  'a token that signed itself': () => ({
    headers: { authorization: `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.` },
    body: asJson('{ me { id } }'),
  }),
  'a name and a password': () => ({
    headers: { authorization: 'Basic YWRtaW46YWRtaW4=' },
    body: asJson('{ me { id } }'),
  }),
  'a key without end': () => ({
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'k'.repeat(10_000) },
    body: asJson('mutation ($o: ID!) { claimOrganization(organizationId: $o) }', { variables: { o: ID } }),
  }),
  'a key that is no ASCII': () => ({
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'kh\u00f3a' },
    body: asJson('mutation ($o: ID!) { claimOrganization(organizationId: $o) }', { variables: { o: ID } }),
  }),
};

function expectRefused({ status, body }: Told): void {
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(500);
  const told = body.startsWith('{')
    ? (JSON.parse(body) as { data?: Record<string, unknown> | null; errors?: unknown[] })
    : {};
  const answered = Object.values(told.data ?? {}).filter((value) => value !== null);
  expect(answered).toEqual([]);
  if (body.startsWith('{') && status !== 404) expect(told.errors).not.toHaveLength(0);
  expect(body).not.toMatch(/at \/|node_modules|INTERNAL_SERVER_ERROR|syntax error at or near/);
}

describe('a hostile document', () => {
  it.each(Object.entries(DOCUMENTS))('of %s is refused and not carried out', async (_, document) => {
    const headers = { authorization: `Bearer ${token}` };
    expectRefused(await send({ headers, body: asJson(document) }, production));
    const told = await send({ headers, body: asJson(document) });
    if (!document.includes('__')) expectRefused(told);
    expect(told.status).toBeLessThan(500);
  });
});

describe('a hostile request', () => {
  it.each(Object.entries(REQUESTS))('by %s is refused and not carried out', async (_, sent) => {
    expectRefused(await send(sent()));
  });

  it('is one of at least sixty kinds', () => {
    const count = Object.keys(DOCUMENTS).length + Object.keys(REQUESTS).length;
    console.info(`${String(count)} hostile documents and requests`);
    expect(count).toBeGreaterThanOrEqual(60);
  });
});

describe('a page of a named origin', () => {
  it('may ask, and may read what it is told', async () => {
    const headers = { origin: 'https://console.example.vn' };
    const asked = await send({ method: 'OPTIONS', headers });
    expect(asked.status).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': 'https://console.example.vn',
      vary: 'origin',
    });
    const told = await send({ headers, body: asJson(PROVINCES) });
    expect(told.status).toBe(200);
    expect(told.headers['access-control-allow-origin']).toBe('https://console.example.vn');
  });
});

describe('every answer', () => {
  it.each([
    ['of the API', { body: asJson(PROVINCES) }],
    ['that refuses', { method: 'PUT' }],
    ['of a page', { method: 'GET', path: '/' }],
    ['of what is not there', { method: 'GET', path: '/wp-login.php' }],
    ['about health', { method: 'GET', path: '/health/live' }],
  ] as const)('%s tells browsers to do nothing else with it', async (_, sent) => {
    const { headers } = await send(sent);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
  });
});

describe('in production', () => {
  it('nobody is told which names there are', async () => {
    const mistyped = asJson('{ provincs { code } }');
    expect((await send({ body: mistyped })).body).toContain('Did you mean');
    expect((await send({ body: mistyped }, production)).body).not.toMatch(/Did you mean|provinces/);
    const schema = asJson('{ __schema { queryType { name } } }');
    expect((await send({ body: schema })).body).toContain('"Query"');
    expect((await send({ body: schema }, production)).body).toContain('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('a hostile socket', () => {
  const open = (path = '/graphql', protocol: string | undefined = 'graphql-transport-ws', headers = {}) =>
    new WebSocket(`${lienket.url.replace('http', 'ws')}${path}`, protocol, { headers });
  /** How it ends; opened ones are sent the first message, and the others when that has been answered. */
  const endOf = (socket: WebSocket, ...[first, ...rest]: readonly (string | Buffer)[]) =>
    new Promise<number | string>((resolve) => {
      socket.on('open', () => first !== undefined && socket.send(first));
      socket.once('message', () => rest.forEach((message) => socket.send(message)));
      socket.on('close', (code) => resolve(code));
      socket.on('error', (error) => resolve(error.message));
    });
  const INIT = JSON.stringify({ type: 'connection_init' });
  const subscribe = (id: string) =>
    JSON.stringify({ id, type: 'subscribe', payload: { query: 'subscription { participationChanged { rate } }' } });

  it.each<[string, () => Promise<number | string>, number | string]>([
    ['asks before it says who it is', () => endOf(open(), subscribe('1')), 4401],
    ['says twice who it is', () => endOf(open(), INIT, INIT), 4429],
    ['asks twice by one name', () => endOf(open(), INIT, subscribe('1'), subscribe('1')), 4409],
    ['says what nobody understands', () => endOf(open(), INIT, JSON.stringify({ type: 'hack' })), 4400],
    ['sends no JSON', () => endOf(open(), INIT, '{'), 4400],
    ['sends bytes', () => endOf(open(), Buffer.from([0xff, 0xfe])), 4400],
    ['sends too much', () => endOf(open(), 'x'.repeat(2_000_000)), 1009],
    [
      'speaks the old protocol (CVE-2026-35523)',
      () => endOf(open('/graphql', 'graphql-ws')),
      'Server sent no subprotocol',
    ],
    ['comes by another path', () => endOf(open('/')), 'Unexpected server response: 404'],
    [
      "is of a stranger's page",
      () => endOf(open('/graphql', 'graphql-transport-ws', { origin: 'https://evil.example' })),
      'Unexpected server response: 403',
    ],
    [
      'is of a page without an origin',
      () => endOf(open('/graphql', 'graphql-transport-ws', { origin: 'null' })),
      'Unexpected server response: 403',
    ],
  ])('that %s is ended', async (_, ended, how) => {
    expect(await ended()).toBe(how);
  });
});
