import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { getOperationAST, type ExecutionArgs, type GraphQLFormattedError } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { RequestContext } from './context.js';
import type { OperationMetrics } from './operation-metrics.js';
import { recordOf } from './operation-record.js';

/** Measures what comes over HTTP. Its durations start when the request has been read and its caller is known. */
export const metricsPlugin = (metrics: OperationMetrics): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () => {
    const startedAt = performance.now();
    return Promise.resolve<GraphQLRequestListener<RequestContext>>({
      willSendResponse({ document, operation, response, contextValue }) {
        const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
        // An operation is there only once the document has passed validation: before, its words are a client's own.
        const asked = operation && document ? { document, operation } : null;
        metrics.observe(recordOf(asked, errors), contextValue.requestId, startedAt);
        return Promise.resolve();
      },
    });
  },
});

/** Measures what comes over the socket: a subscription once, when it begins; what it sends later is no request. */
export function measuredSocket<Init extends Record<string, unknown>, Extra>(
  options: ServerOptions<Init, Extra>,
  metrics: OperationMetrics,
): ServerOptions<Init, Extra> {
  const begun = new WeakMap<ExecutionArgs, number>();
  const observe = (args: ExecutionArgs, errors: readonly GraphQLFormattedError[]) => {
    const startedAt = begun.get(args);
    if (startedAt === undefined) return;
    begun.delete(args);
    metrics.observe(recordOf(askedBy(args), errors), (args.contextValue as RequestContext).requestId, startedAt);
  };
  return {
    ...options,
    onSubscribe: async (...heard) => {
      const startedAt = performance.now();
      const prepared = await options.onSubscribe?.(...heard);
      if (Array.isArray(prepared)) metrics.observe(recordOf(null, prepared), null, startedAt);
      else if (prepared) begun.set(prepared as ExecutionArgs, startedAt);
      return prepared;
    },
    onOperation: async (...heard) => {
      const [, , , args, result] = heard;
      if (Symbol.asyncIterator in (await result)) observe(args, []);
      return options.onOperation?.(...heard);
    },
    onNext: async (...heard) => {
      const [, , , args, result] = heard;
      const told = await options.onNext?.(...heard);
      observe(args, (told ?? result).errors ?? []);
      return told;
    },
  };
}

function askedBy({ document, operationName }: ExecutionArgs) {
  const operation = getOperationAST(document, operationName);
  return operation ? { document, operation } : null;
}
