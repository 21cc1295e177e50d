import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import { startLienket, type Answer, type Lienket } from '../support/lienket.js';

let lienket: Lienket;

beforeAll(async () => {
  lienket = await startLienket({ LIENKET_ROLE: 'api' });
});

afterAll(() => lienket.close());

type Told = Answer<Record<string, unknown>> & { readonly status: number };

async function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<Told> {
  const sent = { 'content-type': 'application/json', 'accept-language': 'en', ...headers };
  const response = await fetch(`${lienket.url}/graphql`, {
    method: 'POST',
    headers: sent,
    body: new Uint8Array(Buffer.from(body)),
  });
  return { ...((await response.json()) as Answer), status: response.status };
}
const ask = (query: string, rest: object = {}) => post(JSON.stringify({ query, ...rest }));
const PROVINCES = '{ provinces { code } }';

describe('a body that is no GraphQL request', () => {
  it.each([
    ['an empty one', ''],
    ['null', 'null'],
    ['a text', '"{ provinces { code } }"'],
    ['a number', '1'],
    ['an array: a batch', JSON.stringify([{ query: PROVINCES }])],
    ['an empty object', '{}'],
    ['no JSON', '{ provinces'],
    ['two values', '{}{}'],
    ['a query that is a number', '{"query":1}'],
    ['a query that is an object', JSON.stringify({ query: { kind: 'Document' } })],
    ['an empty query', '{"query":""}'],
    ['a null query', '{"query":null}'],
    ['variables that are an array', JSON.stringify({ query: PROVINCES, variables: [1] })],
    ['variables that are a text', JSON.stringify({ query: PROVINCES, variables: '{}' })],
    ['an operation name that is a number', JSON.stringify({ query: PROVINCES, operationName: 1 })],
    ['extensions that are a text', JSON.stringify({ query: PROVINCES, extensions: 'x' })],
    ['a persisted query', JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } })],
    ['a prototype', `{"__proto__": {"query": "${PROVINCES}"}}`],
    ['two megabytes', JSON.stringify({ query: PROVINCES, variables: { text: 'x'.repeat(2_000_000) } })],
    ['a million brackets', '['.repeat(1_000_000)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  ])('like %s is refused without a field', async (_, body) => {
    const { status, errors, ...rest } = await post(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(errors).toEqual([
      { message: 'The request is not of the right form.', extensions: { code: 'INVALID_INPUT' } },
    ]);
    expect(rest).toEqual({});
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'message/x',
    'nonsense',
    '',
  ])('like one of content type %s is refused without a field', async (type) => {
    expect(await post(JSON.stringify({ query: PROVINCES }), { 'content-type': type })).toEqual({
      status: 415,
      errors: [{ message: 'The request is not of the right form.', extensions: { code: 'INVALID_INPUT' } }],
    });
  });

  it('is refused in Vietnamese where nobody asks for English', async () => {
    const { errors } = await post('[]', { 'accept-language': '' });
    expect(errors?.[0]?.message).toBe('Yêu cầu không đúng dạng.');
  });
});

describe('a document that cannot be run', () => {
  it.each([
    '{',
    '{ provinces { code }',
    '{ participation(asOf: "a\nb") { rate } }',
    '💥',
    '   ',
    '#',
    '{ provinces { code } } \0',
    'query (',
  ])('because of its syntax is GRAPHQL_PARSE_FAILED: %j', async (query) => {
    expect(await ask(query)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
  });

  it.each([
    ['two operations without a name', 'query A { provinces { code } } query B { provinces { code } }', {}],
    ['no operation of that name', 'query A { provinces { code } }', { operationName: 'B' }],
    ['an operation named by nothing', 'query A { provinces { code } }', { operationName: '' }],
    ['no operation at all', 'fragment rest on Province { code }', {}],
    ['an unknown field', '{ provinces { nothing } }', {}],
    ['an unknown argument', '{ provinces(first: 1) { code } }', {}],
    ['a missing argument', '{ organization { id } }', {}],
    ['an undeclared variable', '{ organization(id: $id) { id } }', {}],
    ['a variable of another type', 'query ($id: Int) { organization(id: $id) { id } }', {}],
    ['a fragment that holds itself', '{ ...rest } fragment rest on Query { ...rest }', {}],
    ['a subscription, which needs a socket', 'subscription { participationChanged { rate } }', {}],
  ])('because of %s is GRAPHQL_VALIDATION_FAILED', async (_, query, rest) => {
    const { status, errors } = await ask(query, rest);
    expect(status).toBe(400);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  });

  it('is refused in the language of the caller', async () => {
    const query = '{ nothing }';
    const vi = await post(JSON.stringify({ query }), { 'accept-language': 'vi' });
    expect(vi.errors?.[0]?.message).toMatch(/^Tài liệu GraphQL không hợp lệ với lược đồ: Cannot query field/);
    expect((await ask('{')).errors?.[0]?.message).toMatch(/^The GraphQL document cannot be read: Syntax Error/);
  });

  it.each(['{', '[', '('])('however deep %s stands in itself is no fault of ours', async (bracket) => {
    for (const depth of [50, 99, 101, 500, 1500, 2000, 3900, 7900, 80_000]) {
      const queries = [
        `{ organization(id: "1") ${'{ memberOf '.repeat(depth)}`,
        `{ organization(id: "1") ${'{ memberOf '.repeat(depth)}{ id } ${'}'.repeat(depth)}`,
        `{ organization(id: ${bracket.repeat(depth)}`,
        `{ participation(scope: { provinceCodes: ${'['.repeat(depth)}"01"${']'.repeat(depth)} }) { rate } }`,
        `{ participation(scope: ${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}) { rate } }`,
        bracket.repeat(depth),
      ];
      for (const query of queries)
        expect([query.slice(0, 60), depth, (await ask(query)).status]).toEqual([query.slice(0, 60), depth, 400]);
    }
  });

  it('is refused as fast as it is read, however its fragments multiply', async () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) =>
        `fragment f${String(level)} on Organization { a: memberOf { ...f${String(level + 1)} } b: memberOf { ...f${String(level + 1)} } }`,
    );
    const query = `{ organization(id: "1") { ...f0 } } ${levels.join(' ')} fragment f40 on Organization { id }`;
    const startedAt = performance.now();
    expect(await ask(query)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('GET', () => {
  const url = (path = '/graphql') => `${lienket.url}${path}?query=${encodeURIComponent(PROVINCES)}`;

  it.each<Record<string, string>>([
    {},
    { 'content-type': 'application/json' },
    { 'apollo-require-preflight': 'true' },
    { 'x-apollo-operation-name': 'x' },
    { upgrade: 'websocket' },
    { upgrade: 'h2c', 'content-type': 'application/json' },
    { 'x-http-method-override': 'POST', 'content-type': 'application/json' },
    { accept: 'application/json, text/html', 'content-type': 'application/json' },
  ])('executes nothing with %j', async (headers) => {
    expect(await isExecuted(url(), headers)).toBe(false);
  });

  it.each(['/%67raphql', '/graphql/', '//graphql', '/GRAPHQL', '/./graphql', '/graphql;x'])(
    'executes nothing at %s',
    async (path) => {
      expect(await isExecuted(url(path), { 'content-type': 'application/json' })).toBe(false);
    },
  );

  it('by a browser shows the explorer', async () => {
    const response = await fetch(`${lienket.url}/graphql`, { headers: { accept: 'text/html,application/xhtml+xml' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<html');
  });

  it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])(
    'like every other method is refused: %s',
    async (method) => {
      const { status } = await fetch(`${lienket.url}/graphql`, { method });
      expect([404, 405]).toContain(status);
    },
  );

  /** fetch would not send some of these headers. */
  const isExecuted = (target: string, headers: Record<string, string>) =>
    new Promise<boolean>((resolve, reject) => {
      const sent = httpRequest(target, { headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(Buffer.concat(parts).toString().includes('{"provinces":[')));
      });
      sent.on('error', reject);
      sent.end();
    });
});

it('carries a mutation out and tells so, in JSON, whatever Accept asks for', async () => {
  for (const accept of ['image/png', '*/*', 'text/html', 'application/graphql-response+json']) {
    const answer = await post(JSON.stringify({ query: PROVINCES }), { accept });
    expect(answer).toMatchObject({ status: 200, data: { provinces: expect.any(Array) } });
  }
});
