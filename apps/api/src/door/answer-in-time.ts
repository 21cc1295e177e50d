import type { FastifyInstance } from 'fastify';
import { languageOf } from './language.js';
import { doorError } from './refusal-error.js';

/**
 * Begins to answer every request within that time, whatever it waits for: nobody should have to guess whether we are still there.
 * A file that is on its way may take as long as its reader does.
 * Fastify's own `handlerTimeout` ends with the body of the request, before we have begun.
 */
export function answerInTime(fastify: FastifyInstance, mostMs: number): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const timer = setTimeout(() => {
      if (reply.sent || reply.raw.headersSent) return;
      const error = doorError(outcomeOf(request.body), languageOf(request.headers['accept-language']));
      void reply.code(503).send({ errors: [error.toJSON()] });
    }, mostMs);
    reply.raw.once('close', () => {
      clearTimeout(timer);
    });
    done();
  });
}

/** What has been begun goes on without us: whether a mutation is carried out, only its key can tell. */
const outcomeOf = (body: unknown): 'OUTCOME_UNKNOWN' | 'UNAVAILABLE' =>
  /\bmutation\b/.test(String((body as { query?: unknown } | null | undefined)?.query))
    ? 'OUTCOME_UNKNOWN'
    : 'UNAVAILABLE';
