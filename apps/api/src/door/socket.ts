import type { Log } from '@lienket/platform';
import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { Context as SocketContext, ServerOptions, SubscribePayload } from 'graphql-ws';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { WebSocket } from 'ws';
import { clientAddress } from './client-address.js';
import type { RequestContext } from './context.js';
import type { Claims, ContextMaker } from './context-maker.js';
import { documentRules, isTooNested } from './document-rules.js';
import { TOKENS_MAX, type Forms } from './form.js';
import { languageOf } from './language.js';
import type { OpenSockets } from './open-sockets.js';
import { checkOperation } from './operation-check.js';
import { doorError } from './refusal-error.js';
import { formatError, tellError } from './told-errors.js';
import type { TrustedDocuments } from './trusted-documents.js';

type ConnectionInit = Record<string, unknown>;
interface Upgrade {
  readonly socket: WebSocket;
  readonly request: {
    readonly headers: IncomingHttpHeaders;
    readonly socket: { readonly remoteAddress?: string };
  };
}
type Socket = SocketContext<ConnectionInit, Upgrade>;

export interface SocketParts {
  readonly schema: GraphQLSchema;
  readonly forms: Forms;
  readonly contexts: ContextMaker;
  readonly open: OpenSockets;
  readonly documents: TrustedDocuments;
  readonly log: Log;
  /** Whether clients may ask for the schema. */
  readonly showsSchema: boolean;
  /** How many stand in front of us. */
  readonly proxies: number;
}

/** graphql-transport-ws: the same context, the same checks and the same errors as over HTTP. */
export function socketOptions(parts: SocketParts): ServerOptions<ConnectionInit, Upgrade> {
  return {
    onSubscribe: async (socket, _id, payload) => {
      const context = await parts.contexts.make(claimsOf(socket, parts.proxies));
      const { token, viewer } = context;
      if (token !== null && viewer !== null) parts.open.keep(socket.extra.socket, { token, viewer });
      const query = parts.documents.textOf(payload, socket.extra.request.headers);
      const prepared =
        typeof query === 'string'
          ? prepare(parts, { ...payload, query }, context)
          : [doorError('FORBIDDEN', context.language)];
      if (!Array.isArray(prepared)) return { ...prepared, contextValue: context };
      for (const error of prepared) tellError(error, context, parts.log);
      return prepared;
    },
    onNext: (_socket, _id, _payload, args, result) => {
      if (!result.errors) return undefined;
      for (const error of result.errors) tellError(error, args.contextValue as RequestContext, parts.log);
      return { ...result, errors: result.errors.map((error) => formatError(error.toJSON(), parts)) };
    },
    onError: (socket, _id, _payload, errors) => {
      const told = { language: languageOf(claimsOf(socket, parts.proxies).acceptLanguage), requestId: randomUUID() };
      return errors.map((error) => {
        // A stream that broke: what graphql-ws found wrong itself has been found by prepare before.
        if (error.extensions['code'] === undefined) tellError(error, told, parts.log);
        return formatError(error.toJSON(), parts);
      });
    },
  };
}

/** What would close the whole socket if graphql-ws met it is answered like any other error. */
function prepare(
  { schema, forms, showsSchema }: SocketParts,
  { query, operationName, variables }: SubscribePayload,
  context: RequestContext,
): Omit<ExecutionArgs, 'contextValue'> | GraphQLError[] {
  if (isTooNested(query)) return [doorError('QUERY_TOO_COMPLEX', context.language)];
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: TOKENS_MAX });
  } catch (error) {
    return [coded(asGraphQLError(error), 'GRAPHQL_PARSE_FAILED')];
  }
  const faults = validate(schema, document, [...specifiedRules, ...documentRules(showsSchema)]);
  if (faults.length > 0) return faults.map((fault) => coded(fault, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, operationName);
  if (!operation) return [coded(new GraphQLError('There is no single operation to run.'), 'GRAPHQL_VALIDATION_FAILED')];
  try {
    checkOperation({ schema, document, operation, variables: variables ?? {} }, forms, context);
  } catch (error) {
    return [asGraphQLError(error)];
  }
  return { schema, document, operationName: operationName ?? null, variableValues: variables ?? {} };
}

const asGraphQLError = (error: unknown): GraphQLError => {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
};

const coded = ({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(message, { nodes, source, positions, extensions: { code } });

function claimsOf({ connectionParams, extra }: Socket, proxies: number): Claims {
  const { headers } = extra.request;
  const authorization = connectionParams?.['authorization'] ?? headers['authorization'];
  return {
    authorization: typeof authorization === 'string' ? authorization : undefined,
    acceptLanguage: headers['accept-language'],
    idempotencyKey: undefined,
    address: clientAddress({ headers, peer: extra.request.socket.remoteAddress ?? '' }, proxies),
  };
}
