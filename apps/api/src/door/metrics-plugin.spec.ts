import { ApolloServer } from '@apollo/server';
import { Log, Metrics } from '@lienket/platform';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, parse, type ExecutionArgs } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { RequestContext } from './context.js';
import { measuredSocket, metricsPlugin } from './metrics-plugin.js';
import { OperationMetrics } from './operation-metrics.js';

const SCHEMA = `
  type Query { me: String listing(id: ID!): String }
  type Subscription { participationChanged: Int! }`;

class HeardLog extends Log {
  readonly lines: Record<string, unknown>[] = [];

  constructor() {
    super('silent');
  }

  override info(facts: object): void {
    this.lines.push({ ...facts });
  }
}

let metrics: Metrics;
let log: HeardLog;
let operations: OperationMetrics;
beforeEach(() => {
  metrics = new Metrics();
  log = new HeardLog();
  operations = new OperationMetrics(log, metrics);
});

const contextValue = { requestId: 'request-1' } as RequestContext;

describe('the measure of what comes over HTTP', () => {
  const refused = () => {
    throw new GraphQLError('', { extensions: { code: 'NOT_FOUND' } });
  };
  const send = (query: string, variables: Record<string, unknown> = {}) =>
    new ApolloServer({
      typeDefs: SCHEMA,
      resolvers: { Query: { me: () => 'Lan', listing: refused } },
      plugins: [metricsPlugin(operations)],
    }).executeOperation({ query, variables }, { contextValue });

  it('counts an operation by its root field and what became of it', async () => {
    await send('{ me }');
    await send('{ me listing(id: "1") }');
    const text = await metrics.text();
    expect(text).toContain('lienket_graphql_operation_duration_seconds_count{field="me",outcome="OK"} 2');
    expect(text).toContain('lienket_graphql_operation_duration_seconds_count{field="listing",outcome="NOT_FOUND"} 1');
  });

  it('logs one line a request: its id, fields, outcome and duration, and nothing else', async () => {
    await send('query ($id: ID!) { listing(id: $id) }', { id: 'secret-id' });
    const durationMs = expect.any(Number);
    expect(log.lines).toEqual([{ requestId: 'request-1', fields: ['listing'], outcome: 'NOT_FOUND', durationMs }]);
  });

  it('takes no word of a document that is not of our schema', async () => {
    await send('{ myOwnWord }');
    await send('{ alas');
    const text = await metrics.text();
    expect(text).toContain('{field="none",outcome="GRAPHQL_VALIDATION_FAILED"} 1');
    expect(text).toContain('{field="none",outcome="GRAPHQL_PARSE_FAILED"} 1');
    expect(text + JSON.stringify(log.lines)).not.toContain('myOwnWord');
  });
});

describe('the measure of what comes over the socket', () => {
  const args = (source: string): ExecutionArgs => ({
    schema: buildSchema(SCHEMA),
    document: parse(source),
    contextValue,
  });
  const listen = (options: Partial<ServerOptions<Record<string, unknown>>>) =>
    measuredSocket(options, operations) as Required<ServerOptions<Record<string, unknown>>>;
  const socket = {} as never;
  const payload = { query: '' };

  it('counts a subscription once, however much it sends', async () => {
    const subscription = args('subscription { participationChanged }');
    const hooks = listen({ onSubscribe: () => subscription });
    await hooks.onSubscribe(socket, '1', payload);
    await hooks.onOperation(socket, '1', payload, subscription, (async function* () {})());
    for (const figure of [1, 2, 3])
      await hooks.onNext(socket, '1', payload, subscription, { data: { participationChanged: figure } });
    expect(await metrics.text()).toContain('_count{field="participationChanged",outcome="OK"} 1');
    expect(log.lines).toHaveLength(1);
  });

  it('counts a refused subscription by the code that its caller is told', async () => {
    const subscription = args('subscription { participationChanged }');
    const told = {
      errors: [new GraphQLError('', { path: ['participationChanged'], extensions: { code: 'UNAVAILABLE' } })],
    };
    const hooks = listen({ onSubscribe: () => subscription, onNext: () => told });
    await hooks.onSubscribe(socket, '1', payload);
    const result = { errors: [new GraphQLError('ECONNREFUSED')] };
    await hooks.onOperation(socket, '1', payload, subscription, result);
    expect(await hooks.onNext(socket, '1', payload, subscription, result)).toBe(told);
    expect(await metrics.text()).toContain('_count{field="participationChanged",outcome="UNAVAILABLE"} 1');
  });

  it('counts what was refused before it ran, without its words', async () => {
    const hooks = listen({ onSubscribe: () => [new GraphQLError('', { extensions: { code: 'QUERY_TOO_COMPLEX' } })] });
    await hooks.onSubscribe(socket, '1', payload);
    expect(log.lines).toEqual([
      { requestId: null, fields: [], outcome: 'QUERY_TOO_COMPLEX', durationMs: expect.any(Number) },
    ]);
  });
});
