import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { Config, Log } from '@lienket/platform';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { clientAddress } from './client-address.js';
import { errorPlugin, operationCheckPlugin } from './apollo-plugins.js';
import type { Claims, ContextMaker } from './context-maker.js';
import { documentRules } from './document-rules.js';
import { TOKENS_MAX, type Forms } from './form.js';
import { GRAPHQL_PATH } from './graphql-route.js';
import { metricsPlugin } from './metrics-plugin.js';
import type { OperationMetrics } from './operation-metrics.js';
import { scalars } from './scalars.js';
import { formatError } from './told-errors.js';

interface HttpRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip: string;
}

interface Parts {
  readonly schemaFile: string;
  readonly forms: Forms;
  readonly contexts: ContextMaker;
  readonly log: Log;
  readonly metrics: OperationMetrics;
  readonly config: Pick<Config, 'NODE_ENV' | 'LIENKET_INTROSPECTION' | 'LIENKET_PROXIES'>;
}

export function graphqlOptions({ schemaFile, forms, contexts, log, metrics, config }: Parts): ApolloDriverConfig {
  return {
    path: GRAPHQL_PATH,
    typePaths: [schemaFile],
    resolvers: scalars,
    graphiql: false,
    introspection: true, // unless our rules refuse it, over HTTP as on the socket
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: TOKENS_MAX },
    validationRules: [...documentRules(showsSchema(config))],
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      operationCheckPlugin(forms),
      errorPlugin(log),
      metricsPlugin(metrics),
    ],
    formatError: (formatted) => formatError(formatted, { showsSchema: showsSchema(config) }),
    context: ({ headers, ip: peer }: HttpRequest) =>
      contexts.make(claimsOf(headers, clientAddress({ headers, peer }, config.LIENKET_PROXIES))),
  };
}

/** Whether clients may ask for the schema: in production only where it is said. */
export const showsSchema = ({
  NODE_ENV,
  LIENKET_INTROSPECTION,
}: Pick<Config, 'NODE_ENV' | 'LIENKET_INTROSPECTION'>): boolean =>
  (LIENKET_INTROSPECTION ?? (NODE_ENV === 'production' ? 'off' : 'on')) === 'on';

function claimsOf(headers: HttpRequest['headers'], address: string): Claims {
  const one = (name: string) => (headers[name] === undefined ? undefined : String(headers[name]));
  return {
    authorization: one('authorization'),
    acceptLanguage: one('accept-language'),
    idempotencyKey: one('idempotency-key'),
    address,
  };
}
