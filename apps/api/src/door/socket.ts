import type { Log } from '@lienket/platform';
import {
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { Context as SocketContext, ServerOptions, SubscribePayload } from 'graphql-ws';
import { describeFault, formatError } from './apollo-plugins.js';
import type { RequestContext } from './context.js';
import type { Claims, ContextMaker } from './context-maker.js';
import { TOKENS_MAX, type Forms } from './form.js';
import { checkOperation } from './operation-check.js';
import { DoorError, invalidInputError } from './refusal-error.js';

type ConnectionInit = Record<string, unknown>;
interface Upgrade {
  readonly request: {
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly socket: { readonly remoteAddress?: string };
  };
}
type Socket = SocketContext<ConnectionInit, Upgrade>;

/** graphql-transport-ws: the same context, the same checks and the same errors as over HTTP. */
export function socketOptions(
  schema: () => GraphQLSchema,
  forms: Forms,
  contexts: ContextMaker,
  log: Log,
): Partial<ServerOptions<ConnectionInit, Upgrade>> {
  return {
    onSubscribe: async (socket, _id, payload) => {
      const context = await contexts.make(claimsOf(socket));
      const prepared = prepare(schema(), payload, forms, context);
      return Array.isArray(prepared) ? prepared : { ...prepared, contextValue: context };
    },
    onNext: (_socket, _id, _payload, args, result) => {
      if (!result.errors) return undefined;
      const context = args.contextValue as RequestContext;
      for (const error of result.errors) describeFault(error, context, log);
      return { ...result, errors: result.errors.map((error) => formatError(error.toJSON(), context.language)) };
    },
    onError: (_socket, _id, _payload, errors) => errors.map((error) => formatError(withCode(error).toJSON())),
  };
}

/** A syntax error would close the whole socket if graphql-ws met it: it is answered like any other. */
function prepare(
  schema: GraphQLSchema,
  payload: SubscribePayload,
  forms: Forms,
  context: RequestContext,
): Omit<ExecutionArgs, 'contextValue'> | GraphQLError[] {
  let document: DocumentNode;
  try {
    document = parse(payload.query, { maxTokens: TOKENS_MAX });
  } catch (error) {
    if (error instanceof GraphQLError) return [coded(error, 'GRAPHQL_PARSE_FAILED')];
    throw error;
  }
  const faults = validate(schema, document);
  if (faults.length > 0) return faults.map((fault) => coded(fault, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, payload.operationName);
  if (!operation) return [coded(new GraphQLError('There is no single operation to run.'), 'GRAPHQL_VALIDATION_FAILED')];
  try {
    checkOperation({ schema, document, operation, variables: payload.variables ?? {} }, forms, context);
  } catch (error) {
    if (error instanceof DoorError) return [error];
    throw error;
  }
  return { schema, document, operationName: payload.operationName ?? null, variableValues: payload.variables ?? {} };
}

const coded = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code },
  });

/** What graphql-ws itself finds wrong has no code yet. */
const withCode = (error: GraphQLError): GraphQLError =>
  error.extensions['code'] === undefined ? invalidInputError('vi', 'FORM') : error;

function claimsOf({ connectionParams, extra }: Socket): Claims {
  const { headers } = extra.request;
  const authorization = connectionParams?.['authorization'] ?? headers['authorization'];
  return {
    authorization: typeof authorization === 'string' ? authorization : undefined,
    acceptLanguage: headers['accept-language'] === undefined ? undefined : String(headers['accept-language']),
    idempotencyKey: undefined,
    address: extra.request.socket.remoteAddress ?? '',
  };
}
