import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { isConnectionError, type Log, OutcomeUnknownError, sqlState, UnavailableError } from '@lienket/platform';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { RequestContext } from './context.js';
import type { Forms } from './form.js';
import type { Language } from './language.js';
import { checkOperation } from './operation-check.js';
import { asBadRequest, doorError, DoorError, invalidInputError } from './refusal-error.js';

/** Judges form, cost and idempotency key before anything runs; see checkOperation. */
export const operationCheckPlugin = (forms: Forms): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve<GraphQLRequestListener<RequestContext>>({
      didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (!operation) return Promise.resolve();
        try {
          checkOperation({ schema, document, operation, variables: request.variables ?? {} }, forms, contextValue);
        } catch (error) {
          if (error instanceof DoorError) throw asBadRequest(error);
          throw error;
        }
        return Promise.resolve();
      },
    }),
});

/** Logs each fault once, with the id that the client is told. */
export const faultPlugin = (log: Log): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve<GraphQLRequestListener<RequestContext>>({
      didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) describeFault(error, contextValue, log);
        return Promise.resolve();
      },
    }),
});

/** Turns what was thrown, and is no refusal, into what a client may know of it. */
export function describeFault(
  error: GraphQLError,
  context: Pick<RequestContext, 'language' | 'requestId'>,
  log: Log,
): void {
  const thrown = error.originalError;
  if (thrown === undefined || thrown instanceof DoorError) return;
  if (thrown instanceof GraphQLError && error.extensions['code'] !== undefined) return;
  const code =
    thrown instanceof OutcomeUnknownError
      ? 'OUTCOME_UNKNOWN'
      : thrown instanceof UnavailableError || (sqlState(thrown) === null && isConnectionError(thrown))
        ? 'UNAVAILABLE'
        : 'INTERNAL_SERVER_ERROR';
  log.error({ requestId: context.requestId, path: error.path?.join('.'), error: thrown }, 'a request failed');
  const facts = code === 'INTERNAL_SERVER_ERROR' ? { requestId: context.requestId } : {};
  const told = doorError(code, context.language, facts);
  Object.assign(error, { message: told.message });
  Object.assign(error.extensions, told.extensions);
}

const CODES_OF_APOLLO: Readonly<
  Record<string, 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'QUERY_TOO_COMPLEX'>
> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  OPERATION_RESOLUTION_FAILURE: 'GRAPHQL_VALIDATION_FAILED',
  BAD_USER_INPUT: 'GRAPHQL_VALIDATION_FAILED',
};
const KNOWN =
  /^(UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|INVALID_INPUT|INVALID_STATE|INSUFFICIENT_QUANTITY|CONFLICT|RATE_LIMITED|QUERY_TOO_COMPLEX|UNAVAILABLE|OUTCOME_UNKNOWN)$/;
const TOKENS_SPENT = /contains more that [\d,]+ tokens|contains more than [\d,]+ tokens|limit of [\d,]+ tokens/i;

/** The last word on every error: only codes of the API leave the house, and no stack ever does. */
export function formatError(formatted: GraphQLFormattedError, language: Language = 'vi'): GraphQLFormattedError {
  const { code, stacktrace: _, ...facts } = formatted.extensions ?? {};
  const place = {
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
  };
  if (typeof code === 'string' && (KNOWN.test(code) || (code === 'INTERNAL_SERVER_ERROR' && 'requestId' in facts)))
    return { message: formatted.message, ...place, extensions: { code, ...facts } };
  const ofApollo = typeof code === 'string' ? CODES_OF_APOLLO[code] : undefined;
  if (ofApollo !== undefined) {
    const told = TOKENS_SPENT.test(formatted.message) ? 'QUERY_TOO_COMPLEX' : ofApollo;
    return { message: formatted.message, ...place, extensions: { code: told } };
  }
  // BAD_REQUEST and the like: the body was no GraphQL request at all.
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') return invalidInputError(language, 'FORM').toJSON();
  return doorError('INTERNAL_SERVER_ERROR', language).toJSON();
}
