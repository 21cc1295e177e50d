import type { Log } from '@lienket/platform';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLSchema } from 'graphql';
import { faultPlugin, formatError, operationCheckPlugin } from './apollo-plugins.js';
import type { Claims, ContextMaker } from './context-maker.js';
import { TOKENS_MAX, type Forms } from './form.js';
import { measuredSocket, metricsPlugin } from './metrics-plugin.js';
import type { OperationMetrics } from './operation-metrics.js';
import { scalars } from './scalars.js';
import { socketOptions } from './socket.js';

interface HttpRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip: string;
}

export function graphqlOptions(
  schemaFile: string,
  forms: Forms,
  contexts: ContextMaker,
  log: Log,
  metrics: OperationMetrics,
): ApolloDriverConfig {
  let served: GraphQLSchema | undefined;
  const schema = () => {
    if (!served) throw new Error('The schema is not built yet.');
    return served;
  };
  return {
    path: '/graphql',
    typePaths: [schemaFile],
    resolvers: scalars,
    transformSchema: (built) => (served = built),
    graphiql: false,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: TOKENS_MAX },
    plugins: [operationCheckPlugin(forms), faultPlugin(log), metricsPlugin(metrics)],
    formatError: (formatted) => formatError(formatted),
    context: ({ headers, ip }: HttpRequest) => contexts.make(claimsOf(headers, ip)),
    subscriptions: { 'graphql-ws': measuredSocket(socketOptions(schema, forms, contexts, log), metrics) as object },
  };
}

function claimsOf(headers: HttpRequest['headers'], address: string): Claims {
  const one = (name: string) => (headers[name] === undefined ? undefined : String(headers[name]));
  return {
    authorization: one('authorization'),
    acceptLanguage: one('accept-language'),
    idempotencyKey: one('idempotency-key'),
    address,
  };
}
