import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { z } from 'zod';
import type { RequestContext } from './context.js';
import { checkOperation } from './operation-check.js';
import { DoorError } from './refusal-error.js';

const schema = buildSchema(`
  input Line { kg: Int! note: String }
  input Offer { name: String! lines: [Line!] code: ID }
  type Query { offers(first: Int, after: String): String offer(id: ID!, deep: Offer): Query text(terms: String): Int }
  type Mutation { make(input: Offer!): Int take(id: ID!): Int signIn(login: String!): Int signOut: Int }
`);
const forms = {
  'Mutation.make': z.object({ input: z.object({ lines: z.array(z.object({ kg: z.number().max(9) })).nullish() }) }),
};

function judge(
  document: string,
  variables: Record<string, unknown> = {},
  context: Partial<RequestContext> = {},
): string {
  const parsed = parse(document);
  const operation = getOperationAST(parsed, 'Asked') ?? getOperationAST(parsed);
  const asked = { schema, document: parsed, operation: operation!, variables };
  try {
    checkOperation(asked, forms, {
      language: 'en',
      fault: null,
      tokenIsBad: false,
      isDraining: false,
      idempotencyKey: null,
      viewer: null,
      ...context,
    } as RequestContext);
    return 'FINE';
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    const { code, field } = error.extensions as { code: string; field?: string };
    return field === undefined ? code : `${code} ${field}`;
  }
}

describe('the path of a value of a wrong form', () => {
  const MAKE = 'mutation ($input: Offer!) { make(input: $input) }';

  it.each([
    [{}, 'INVALID_INPUT input'],
    [{ input: null }, 'INVALID_INPUT input'],
    [{ input: 'x' }, 'INVALID_INPUT input'],
    [{ input: [] }, 'INVALID_INPUT input'],
    [{ input: {} }, 'INVALID_INPUT input.name'],
    [{ input: { name: null } }, 'INVALID_INPUT input.name'],
    [{ input: { name: 'x', lines: [{ kg: 1 }, {}] } }, 'INVALID_INPUT input.lines.1.kg'],
    [{ input: { name: 'x', lines: [null] } }, 'INVALID_INPUT input.lines.0'],
    [{ input: { name: 'x', lines: { kg: 'x' } } }, 'INVALID_INPUT input.lines.kg'],
    [{ input: { name: 'x', lines: [{ kg: 1, more: 1 }] } }, 'INVALID_INPUT input.lines.0.more'],
    [{ input: { name: 'x', ['no name']: 1 } }, 'INVALID_INPUT input'],
    [{ input: { name: 'x', lines: [{ kg: 1 }, { kg: 10 }] } }, 'INVALID_INPUT input.lines.1.kg'],
    [{ input: { name: '' } }, 'INVALID_INPUT input.name'],
    [{ input: { name: 'x', code: '\0' } }, 'INVALID_INPUT input.code'],
    [{ input: { name: 'x', code: 'nobody gave this' } }, 'FINE'],
    [{ input: { name: 'x', lines: [] } }, 'FINE'],
  ])('in a variable %j is told: %s', (variables, told) => {
    expect(judge(MAKE, variables)).toBe(told);
  });

  it('is where the variable stands, not what it is called', () => {
    const document = 'mutation ($n: Int!) { make(input: { name: "x", lines: [{ kg: 1 }, { kg: $n }] }) }';
    expect(judge(document, { n: 'x' })).toBe('INVALID_INPUT input.lines.1.kg');
  });

  it('is found in a fragment, and not in another operation', () => {
    const document =
      'query Asked($x: ID!) { ...rest } query Other($x: ID!) { offers(after: "a") offer(id: $x) { offers } } fragment rest on Query { offer(id: "1", deep: { name: "n", code: $x }) { offers } }';
    expect(judge(document, { x: [] })).toBe('INVALID_INPUT deep.code');
  });

  it('is its own name where it is not used', () => {
    expect(judge('query ($x: ID!) @include(if: true) { offers }'.replace(' @include(if: true)', ''), { x: {} })).toBe(
      'INVALID_INPUT x',
    );
  });

  it('is told where a default gave way to null', () => {
    expect(judge('query ($x: ID = "1") { offer(id: $x) { offers } }', { x: null })).toBe('INVALID_INPUT id');
    expect(judge('query ($x: ID = "1") { offer(id: $x) { offers } }')).toBe('FINE');
  });
});

describe('texts', () => {
  const terms = (text: string) => judge('query ($terms: String) { text(terms: $terms) }', { terms: text });
  const after = (text: string) => judge('query ($after: String) { offers(after: $after) }', { after: text });
  const name = (text: string) => judge('mutation ($name: String!) { signIn(login: $name) }', { name: text });

  it('have 1 to 200 characters, counted as people count', () => {
    expect(name('ệ'.repeat(200))).toBe('FINE');
    expect(name('ệ'.normalize('NFD').repeat(200))).toBe('FINE');
    expect(name('💥'.repeat(200))).toBe('FINE');
    expect(name('x'.repeat(201))).toBe('INVALID_INPUT login');
    expect(name('💥'.repeat(201))).toBe('INVALID_INPUT login');
  });

  it('are longer where they are prose, which may break its lines', () => {
    expect(terms(`${'x'.repeat(9998)}\r\n`)).toBe('FINE');
    expect(terms('x'.repeat(10_001))).toBe('INVALID_INPUT terms');
    expect(name('a\nb')).toBe('INVALID_INPUT login');
    expect(after('a\nb')).toBe('INVALID_INPUT after');
  });

  it.each(['\0', '\u0001', '\u001b[31m', '\u007f', '\u0085', '\ud800', 'a\udc00b'])('hold no %j', (text) => {
    expect(terms(text)).toBe('INVALID_INPUT terms');
    expect(name(text)).toBe('INVALID_INPUT login');
  });
});

describe('a document that is asked again', () => {
  it('is judged by its new values as if it had never been asked', () => {
    const source =
      'query ($first: Int, $after: String, $x: ID = "1") { offers(first: $first, after: $after) offer(id: $x) { ...rest } } fragment rest on Query { text(terms: $after) }';
    const document = parse(source);
    const operation = getOperationAST(document)!;
    const values = [
      {},
      { first: 0 },
      { first: 5 },
      { after: 'a\nb' },
      { x: null },
      { after: '\0' },
      { first: 101 },
      {},
    ];
    const context = { language: 'en', fault: null, tokenIsBad: false } as RequestContext;
    const again = values.map((variables) => {
      try {
        checkOperation({ schema, document, operation, variables }, forms, context);
        return 'FINE';
      } catch (error) {
        return error instanceof DoorError ? `INVALID_INPUT ${String(error.extensions['field'])}` : 'fault';
      }
    });
    expect(again).toEqual(values.map((variables) => judge(source, variables)));
    expect(new Set(again).size).toBeGreaterThan(3);
  });
});

describe('the order in which a document is judged', () => {
  const offers = (first: number) => `query { offers(first: ${String(first)}) }`;

  it.each([0, -1, 101])('refuses a page of %j', (first) => {
    expect(judge(offers(first))).toBe('INVALID_INPUT first');
  });

  it('is form, cost, token, then what a mutation must keep', () => {
    const deep = `query ($first: Int) { ${'offer(id: "1") { '.repeat(20)} offers(first: $first) ${'}'.repeat(20)} }`;
    expect(judge(deep, { first: 0 }, { tokenIsBad: true })).toBe('INVALID_INPUT first');
    expect(judge(deep, { first: 1 }, { tokenIsBad: true })).toBe('QUERY_TOO_COMPLEX');
    expect(judge('mutation { take(id: "1") }', {}, { tokenIsBad: true, isDraining: true })).toBe('UNAUTHENTICATED');
    expect(judge('mutation { take(id: "1") }', {}, { isDraining: true })).toBe('UNAVAILABLE');
    expect(judge('query { offers }', {}, { isDraining: true })).toBe('FINE');
  });

  it('throws what kept the caller from being looked up, after the form', () => {
    const fault = new Error('the database is away');
    expect(() => judge(offers(1), {}, { fault })).toThrow(fault);
    expect(judge(offers(0), {}, { fault })).toBe('INVALID_INPUT first');
  });

  it.each([
    'mutation { signIn(login: "a") take(id: "1") }',
    'mutation { ...rest } fragment rest on Mutation { a: signIn(login: "a") b: signIn(login: "b") }',
  ])('lets a sign-in stand alone: %s', (document) => {
    expect(judge(document)).toBe('QUERY_TOO_COMPLEX');
  });
});

describe('an idempotency key', () => {
  const viewer = {
    userId: '1',
    role: 'TRADER',
    organizationId: null,
    organizationRole: null,
    provinceCodes: [],
  } as const;
  const keyed = (document: string, key: string, variables: Record<string, unknown> = {}) => {
    const context: Partial<RequestContext> = { viewer, idempotencyKey: key };
    const parsed = parse(document);
    const whole = {
      language: 'en',
      fault: null,
      tokenIsBad: false,
      isDraining: false,
      idempotency: null,
      ...context,
    } as RequestContext;
    checkOperation({ schema, document: parsed, operation: getOperationAST(parsed)!, variables }, {}, whole);
    return whole.idempotency?.fingerprint ?? null;
  };

  it('is 1 to 255 characters of ASCII, beside one mutation', () => {
    for (const key of ['', 'k'.repeat(256), 'khoá', 'a\tb'])
      expect(judge('mutation { take(id: "1") }', {}, { viewer, idempotencyKey: key })).toBe('INVALID_INPUT');
    expect(judge('mutation { take(id: "1") b: take(id: "2") }', {}, { viewer, idempotencyKey: 'k' })).toBe(
      'INVALID_INPUT',
    );
    expect(judge('mutation { take(id: "1") take(id: "1") }', {}, { viewer, idempotencyKey: 'k' })).toBe('FINE');
  });

  it('is ignored by queries, by sessions and by who is not signed in', () => {
    expect(judge('{ offers }', {}, { viewer, idempotencyKey: '' })).toBe('FINE');
    expect(judge('mutation { signOut }', {}, { viewer, idempotencyKey: '' })).toBe('FINE');
    expect(judge('mutation { take(id: "1") }', {}, { idempotencyKey: '' })).toBe('FINE');
  });

  it('stands for the same wish, however it is written', () => {
    const written = keyed('mutation { make(input: { name: "x", lines: [{ kg: 1, note: "n" }] }) }', 'k');
    const sent = keyed('mutation M($i: Offer!) { other: make(input: $i) }', 'k', {
      i: { lines: { note: 'n', kg: 1 }, name: 'x' },
    });
    expect(sent).toBe(written);
    expect(keyed('mutation { make(input: { name: "y", lines: [{ kg: 1, note: "n" }] }) }', 'k')).not.toBe(written);
    expect(keyed('mutation { take(id: "1") }', 'k')).not.toBe(keyed('mutation { take(id: "2") }', 'k'));
  });
});
