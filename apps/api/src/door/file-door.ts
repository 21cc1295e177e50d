import { CONFIG, isUnavailable, Log, type Config } from '@lienket/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Readiness } from '../health/readiness.js';
import { clientAddress } from './client-address.js';
import type { RequestContext } from './context.js';
import { ContextMaker } from './context-maker.js';
import type { DoorCode } from './messages.js';
import { doorError, DoorError } from './refusal-error.js';

/** What is sent as a file. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer | Readable;
  readonly headers?: Readonly<Record<string, string>>;
}

const STATUS: Readonly<Partial<Record<DoorCode | 'INVALID_INPUT', number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  INVALID_STATE: 409,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};
/** Of one asker: each is read for as long as its reader likes. */
const AT_ONCE = 3;
const AGAIN_SECONDS = 5;

/** The way of files, beside GraphQL: it asks for the token itself, since the guard stands before GraphQL alone, and refuses in the same words. */
@Injectable()
export class FileDoor {
  private readonly open = new Map<string, number>();

  constructor(
    private readonly contexts: ContextMaker,
    private readonly readiness: Readiness,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Pick<Config, 'LIENKET_PROXIES'>,
  ) {}

  /** @param find throws a refusal as GraphQL would be told it */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    find: (context: RequestContext) => Promise<SentFile>,
  ): Promise<void> {
    return this.attend(request, reply, async (context) => {
      const { name, type, content, headers: more } = await find(context);
      reply.headers({
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        vary: 'accept-encoding, accept-language, authorization',
        ...more,
      });
      if (!Buffer.isBuffer(content)) content.once('error', (error) => this.record(error, context));
      await reply.send(content);
    });
  }

  /** @param keep what is sent; throws a refusal as GraphQL would be told it. What it answers is sent back as JSON */
  take(
    request: FastifyRequest,
    reply: FastifyReply,
    keep: (context: RequestContext) => Promise<object>,
  ): Promise<void> {
    return this.attend(request, reply, async (context) => {
      if (context.isDraining) throw doorError('UNAVAILABLE', context.language);
      await reply.code(201).send(await keep(context));
    });
  }

  private async attend(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (context: RequestContext) => Promise<void>,
  ): Promise<void> {
    const { headers, socket } = request;
    reply.raw.once('close', this.readiness.takeInHand());
    const context = await this.contexts.make({
      authorization: headers.authorization,
      acceptLanguage: headers['accept-language'],
      idempotencyKey: undefined,
      address: clientAddress({ headers, peer: socket.remoteAddress ?? '' }, this.config.LIENKET_PROXIES),
    });
    // Who has left meanwhile closes nothing any more: what is taken in hand for them would never be given back.
    if (socket.destroyed) return;
    try {
      this.letIn(context, reply);
      await work(context);
    } catch (error) {
      const told = this.refusal(error, context);
      const code = told.extensions['code'] as DoorCode;
      // What is left of a body that is refused is not waited for.
      if (request.method === 'POST') reply.header('connection', 'close');
      await reply.code(STATUS[code] ?? 500).send({ errors: [told.toJSON()] });
    }
  }

  private letIn(context: RequestContext, reply: FastifyReply): void {
    if (context.fault) throw context.fault;
    if (context.tokenIsBad) throw doorError('UNAUTHENTICATED', context.language);
    const asker = context.viewer?.userId ?? context.address;
    const count = this.open.get(asker) ?? 0;
    if (count >= AT_ONCE) throw doorError('RATE_LIMITED', context.language, { retryAfterSeconds: AGAIN_SECONDS });
    this.open.set(asker, count + 1);
    reply.raw.once('close', () => {
      const left = (this.open.get(asker) ?? 1) - 1;
      if (left > 0) this.open.set(asker, left);
      else this.open.delete(asker);
    });
  }

  private refusal(error: unknown, context: RequestContext): DoorError {
    if (error instanceof DoorError) return error;
    this.record(error, context);
    const { language, requestId } = context;
    return isUnavailable(error)
      ? doorError('UNAVAILABLE', language)
      : doorError('INTERNAL_SERVER_ERROR', language, { requestId });
  }

  private record(error: unknown, { requestId }: RequestContext): void {
    this.log.error({ requestId, error }, 'a file could not be sent or taken');
  }
}
