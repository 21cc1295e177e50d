import { isUnavailable, OutcomeUnknownError, UnavailableError, type Log } from '@lienket/platform';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { RequestContext } from './context.js';
import { MESSAGES } from './messages.js';
import { doorError, DoorError, invalidInputError } from './refusal-error.js';

type Told = Pick<RequestContext, 'language' | 'requestId'> & Partial<Pick<RequestContext, 'changed'>>;

/** What Apollo calls its errors, and what the API does. */
const CODES: Readonly<Record<string, 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED'>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  OPERATION_RESOLUTION_FAILURE: 'GRAPHQL_VALIDATION_FAILED',
  BAD_USER_INPUT: 'GRAPHQL_VALIDATION_FAILED',
};
const TOKENS_SPENT = /contains more tha[tn] [\d,]+ tokens/i;
/** graphql-js repeats what was sent: a megabyte too. */
const DETAIL_MAX = 300;

/**
 * Gives an error, in place, the code, the words and the facts that a client may have. Refusals of ours stay as they are.
 * A fault is logged once, with the id that the client is told.
 */
export function tellError(error: GraphQLError, told: Told, log: Log): void {
  const code = error.extensions['code'];
  if (error instanceof DoorError || error.originalError instanceof DoorError) return;
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') become(error, refusalOf(error, code, told));
  else become(error, faultOf(error, told, log));
}

function refusalOf(error: GraphQLError, code: string, { language }: Told): DoorError {
  if (TOKENS_SPENT.test(error.message)) return doorError('QUERY_TOO_COMPLEX', language);
  const ours = CODES[code];
  if (ours === undefined) return invalidInputError(language, 'FORM');
  const detail = error.message.length > DETAIL_MAX ? `${error.message.slice(0, DETAIL_MAX)}…` : error.message;
  return new DoorError(`${MESSAGES[ours][language].replace(/\.$/, '')}: ${detail}`, { extensions: { code: ours } });
}

function faultOf(error: GraphQLError, { language, requestId, changed }: Told, log: Log): DoorError {
  const thrown = error.originalError ?? error;
  log.error({ requestId, path: error.path?.join('.'), error: thrown }, 'a request failed');
  if (thrown instanceof OutcomeUnknownError) return doorError('OUTCOME_UNKNOWN', language);
  // UNAVAILABLE would say that nothing was changed; what can't be told is only the answer.
  if (thrown instanceof UnavailableError || isUnavailable(thrown))
    return doorError(changed?.isSo === true ? 'OUTCOME_UNKNOWN' : 'UNAVAILABLE', language);
  return doorError('INTERNAL_SERVER_ERROR', language, { requestId });
}

function become(error: GraphQLError, { message, extensions }: DoorError): void {
  const { http } = error.extensions;
  for (const fact of Object.keys(error.extensions)) Reflect.deleteProperty(error.extensions, fact);
  // Without a path nothing was carried out, and Apollo answers HTTP 500 unless told otherwise.
  const status = error.path === undefined && extensions['code'] === 'UNAVAILABLE' ? { status: 503 } : http;
  Object.assign(error, { message });
  Object.assign(error.extensions, extensions, status !== undefined && { http: status });
}

const OURS =
  /^(UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|INVALID_INPUT|INVALID_STATE|INSUFFICIENT_QUANTITY|CONFLICT|RATE_LIMITED|QUERY_TOO_COMPLEX|GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|UNAVAILABLE|OUTCOME_UNKNOWN|INTERNAL_SERVER_ERROR)$/;

/** graphql-js tells whoever mistypes a name which names there are. */
const SUGGESTION = / Did you mean .*$/s;

/**
 * The last word on every error: only codes of the API leave the house, no stack ever does, and names of the schema only
 * where clients may ask for it.
 */
export function formatError(
  { message: whole, path, locations, extensions }: GraphQLFormattedError,
  { showsSchema }: { readonly showsSchema: boolean },
): GraphQLFormattedError {
  const message = showsSchema ? whole : whole.replace(SUGGESTION, '');
  const { code, stacktrace: _, http: __, ...facts } = extensions ?? {};
  if (typeof code !== 'string' || !OURS.test(code)) return invalidInputError('vi', 'FORM').toJSON();
  // A fault of ours always has its request id: without one it has met no one who would have chosen its words.
  if (code === 'INTERNAL_SERVER_ERROR' && !('requestId' in facts)) return doorError(code, 'vi').toJSON();
  return { message, ...(path && { path }), ...(locations && { locations }), extensions: { code, ...facts } };
}
