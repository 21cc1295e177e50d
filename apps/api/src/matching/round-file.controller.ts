import { RoundReads } from '@lienket/matching';
import { isUnavailable, Log } from '@lienket/platform';
import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createGunzip } from 'node:zlib';
import { ContextMaker } from '../door/context-maker.js';
import type { DoorCode } from '../door/messages.js';
import { doorError } from '../door/refusal-error.js';
import type { RequestContext } from '../door/context.js';

const STATUS = { UNAUTHENTICATED: 401, NOT_FOUND: 404, UNAVAILABLE: 503, INTERNAL_SERVER_ERROR: 500 } as const;

/** The file of a round, as it was stored. It asks for the token itself: the guard stands before GraphQL alone. */
@Controller()
export class RoundFile {
  constructor(
    private readonly contexts: ContextMaker,
    private readonly reads: RoundReads,
    private readonly log: Log,
  ) {}

  @Get('rounds/:name')
  async file(
    @Param('name') name: string,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const context = await this.contexts.make({
      authorization: headers['authorization'],
      acceptLanguage: headers['accept-language'],
      idempotencyKey: undefined,
      address: '',
    });
    const found = await this.contentOf(name, context);
    if (typeof found === 'string') {
      const { language, requestId } = context;
      const error = doorError(found, language, found === 'INTERNAL_SERVER_ERROR' ? { requestId } : {});
      await reply.code(STATUS[found]).send({ errors: [error.toJSON()] });
      return;
    }
    reply.headers({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      vary: 'accept-encoding, authorization',
    });
    if (/\bgzip\b/.test(headers['accept-encoding'] ?? '')) {
      await reply.header('content-encoding', 'gzip').send(found);
      return;
    }
    const plain = createGunzip();
    plain.end(found);
    await reply.send(plain);
  }

  private async contentOf(
    name: string,
    { viewer, today, fault, requestId }: RequestContext,
  ): Promise<Buffer | Extract<DoorCode, keyof typeof STATUS>> {
    try {
      if (fault) throw fault;
      if (!viewer) return 'UNAUTHENTICATED';
      const id = /^([\da-f-]{36})\.json$/i.exec(name)?.[1];
      return (id !== undefined && (await this.reads.fileOf(viewer, id, today))) || 'NOT_FOUND';
    } catch (error) {
      this.log.error({ requestId, error }, 'the file of a round could not be read');
      return isUnavailable(error) ? 'UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
    }
  }
}
