import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '@lienket/platform';
import { z } from 'zod';
import type { Readiness } from '../health/readiness.js';
import { isTooNested } from './document-rules.js';
import { languageOf, type Language } from './language.js';
import { mayAsk } from './origins.js';
import { doorError, invalidInputError, type DoorError } from './refusal-error.js';
import type { TrustedDocuments } from './trusted-documents.js';

export const GRAPHQL_PATH = '/graphql';

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const RESPONSE_TYPE = 'application/graphql-response+json';

const named = z.record(z.string(), z.unknown()).nullish();
const GraphqlRequest = z.object({
  query: z.string().min(1).optional(),
  operationName: z.string().nullish(),
  variables: named,
  extensions: named,
});

interface GraphqlRouteParts {
  readonly explorer: string;
  readonly readiness: Readiness;
  readonly documents: TrustedDocuments;
  readonly config: Pick<Config, 'LIENKET_ORIGINS'>;
}

/**
 * What stands before Apollo on its one route, however the route is spelled: only POST executes, with any header; a body
 * that is no GraphQL request is refused in the caller's language; a process that closes says so. GET by a browser shows
 * the explorer.
 */
export function guardGraphqlRoute(
  fastify: FastifyInstance,
  { explorer, readiness, documents, config }: GraphqlRouteParts,
): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url !== GRAPHQL_PATH) return;
    route.onRequest = async (request, reply) => {
      if (!mayAsk(request.headers, config)) return refuse(reply, 403, doorError('FORBIDDEN', spoken(request)));
      if (isNamed(request, config)) {
        reply.headers(readableBy(request.headers.origin));
        if (request.method === 'OPTIONS') return reply.code(204).send();
      }
      if (request.method !== 'POST') return showOrRefuse(request, reply, explorer);
      if (readiness.isClosed) return refuse(reply, 503, doorError('UNAVAILABLE', spoken(request)));
      reply.raw.once('close', readiness.takeInHand());
      if (!JSON_TYPE.test(request.headers['content-type'] ?? ''))
        return refuse(reply, 415, invalidInputError(spoken(request), 'FORM'));
      // Apollo would refuse to tell, after having carried it out, what it can't tell in a type that is asked for.
      if (!(request.headers.accept ?? '').includes(RESPONSE_TYPE)) request.headers.accept = 'application/json';
    };
    route.preValidation = async (request, reply) => {
      const { data } = GraphqlRequest.safeParse(request.body);
      if (!data) return refuse(reply, 400, invalidInputError(spoken(request), 'FORM'));
      const { operationName = null, variables = null } = data;
      const query = documents.textOf(data, request.headers);
      if (query === null) return refuse(reply, 403, doorError('FORBIDDEN', spoken(request)));
      if (query === undefined) return refuse(reply, 400, invalidInputError(spoken(request), 'FORM'));
      if (isTooNested(query)) return refuse(reply, 400, doorError('QUERY_TOO_COMPLEX', spoken(request)));
      request.body = { query, operationName, variables };
    };
    route.errorHandler = (error: FastifyError, request, reply) => {
      const { statusCode = 500 } = error;
      // A body that can't be read. Everything else has been told by Apollo.
      if (statusCode < 500) void refuse(reply, statusCode, invalidInputError(spoken(request), 'FORM'));
      else throw error;
    };
  });
}

/** A page of another origin may read what it was answered only where it is named. */
const isNamed = ({ headers }: FastifyRequest, { LIENKET_ORIGINS }: GraphqlRouteParts['config']): boolean =>
  headers.origin !== undefined && LIENKET_ORIGINS.includes(headers.origin);

const readableBy = (origin: string | undefined) => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key',
  'access-control-max-age': '3600',
  vary: 'origin',
});

function showOrRefuse(request: FastifyRequest, reply: FastifyReply, explorer: string): FastifyReply {
  const isBrowser = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  if (isBrowser) return reply.type(HTML).send(explorer);
  return refuse(reply.header('allow', 'POST'), 405, invalidInputError(spoken(request), 'FORM'));
}

const refuse = (reply: FastifyReply, status: number, error: DoorError): FastifyReply =>
  reply.code(status).send({ errors: [error.toJSON()] });

const spoken = ({ headers }: FastifyRequest): Language => languageOf(headers['accept-language']);
