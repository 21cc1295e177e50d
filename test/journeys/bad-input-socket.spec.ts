import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLienket, type Lienket } from '../support/lienket.js';
import { placesOfSchema } from '../support/places.js';
import { RawSocket } from '../support/raw-socket.js';
import { wrongLiteralsAt, wrongValuesAt } from '../support/wrong-values.js';

const places = placesOfSchema().filter(({ root }) => root === 'subscription');
const FIGURE = 'subscription { participationChanged { counted } }';

describe('on the socket, bad input', () => {
  let lienket: Lienket;
  let socket: RawSocket;

  beforeAll(async () => {
    lienket = await startLienket({ LIENKET_ROLE: 'api' });
    socket = await RawSocket.open(lienket.url);
  });

  afterAll(async () => {
    socket.close();
    await lienket.close();
  });

  it.each(places)('to $name is refused by the path of its place', async (place) => {
    for (const [what, value] of Object.entries(wrongValuesAt(place))) {
      const { errors } = await socket.ask(place.document, place.variablesWith(value));
      expect({ what, ...errors?.[0]?.extensions }).toMatchObject({ what, code: 'INVALID_INPUT' });
      expect(String(errors?.[0]?.extensions['field'])).toMatch(
        new RegExp(`^${place.field.replaceAll('.', '\\.')}(\\.|$)`),
      );
    }
  });

  it.each(places)('at $name makes the document invalid', async (place) => {
    for (const literal of wrongLiteralsAt(place)) {
      const { errors } = await socket.ask(place.documentWith(literal));
      expect({ literal, ...errors?.[0]?.extensions }).toEqual({ literal, code: 'GRAPHQL_VALIDATION_FAILED' });
    }
  });

  it.each([
    ['a syntax error', '{', {}, 'GRAPHQL_PARSE_FAILED'],
    ['no document', ' ', {}, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two subscriptions at once',
      'subscription { a: participationChanged { rate } b: participationChanged { rate } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['two operations without a name', 'query A { me { id } } query B { me { id } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown operation', 'query A { me { id } }', { operationName: 'B' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a number too large',
      'query { listing(id: "1") { matches(weights: { price: 1e400 }) { totalCount } } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['brackets without end', '{ me '.repeat(100_000), {}, 'QUERY_TOO_COMPLEX'],
    [
      '5,000 aliases',
      `{ ${Array.from({ length: 5000 }, (_, n) => `a${String(n)}: me { id }`).join(' ')} }`,
      {},
      'QUERY_TOO_COMPLEX',
    ],
    ['what is for signed-in callers', 'query { organizations { totalCount } }', {}, 'UNAUTHENTICATED'],
    [
      'a narrowing for signed-in callers',
      'subscription { participationChanged(scope: { commodityCodes: ["durian"] }) { rate } }',
      {},
      'UNAUTHENTICATED',
    ],
    ['a page of nothing', 'query { organizations(first: 0) { totalCount } }', {}, 'INVALID_INPUT'],
  ])('like %s leaves the socket open', async (_, document, rest, code) => {
    const { errors } = await socket.ask(document, {}, rest);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(JSON.stringify(errors)).not.toMatch(/stack|\.ts:|node_modules/);
    expect(socket.closed).toBeNull();
    expect(await socket.ask(FIGURE)).toMatchObject({ data: { participationChanged: { counted: 0 } } });
  });

  it('is refused in Vietnamese where nobody asks for English', async () => {
    const vietnamese = await RawSocket.open(lienket.url, {}, '');
    expect((await vietnamese.ask('{')).errors?.[0]?.message).toMatch(/^Không đọc được tài liệu GraphQL: /);
    vietnamese.close();
  });

  it.each(['Bearer nonsense', `Bearer ${'a'.repeat(43)}`, 'Basic eA==', 'x'])(
    'like the token %s makes everything UNAUTHENTICATED',
    async (authorization) => {
      const stranger = await RawSocket.open(lienket.url, { authorization });
      for (const document of [FIGURE, '{ provinces { code } }', '{ me { id } }', '{ __typename }'])
        expect((await stranger.ask(document)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      stranger.close();
    },
  );
});
