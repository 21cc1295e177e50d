import { RoundReads } from '@lienket/matching';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createGunzip } from 'node:zlib';
import type { RequestContext } from '../door/context.js';
import { FileDoor, type SentFile } from '../door/file-door.js';
import { doorError } from '../door/refusal-error.js';

/** The file of a round, as it was stored. */
@Controller()
export class RoundFile {
  constructor(
    private readonly door: FileDoor,
    private readonly reads: RoundReads,
  ) {}

  @Get('rounds/:name')
  file(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.door.send(request, reply, async (context): Promise<SentFile> => {
      const content = await this.contentOf(name, context);
      const file = { name, type: 'application/json; charset=utf-8' };
      if (/\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? ''))
        return { ...file, content, headers: { 'content-encoding': 'gzip' } };
      const plain = createGunzip();
      plain.end(content);
      return { ...file, content: plain };
    });
  }

  private async contentOf(name: string, { viewer, today, language }: RequestContext): Promise<Buffer> {
    if (!viewer) throw doorError('UNAUTHENTICATED', language);
    const id = /^([\da-f-]{36})\.json$/i.exec(name)?.[1];
    const content = id === undefined ? null : await this.reads.fileOf(viewer, id, today);
    if (!content) throw doorError('NOT_FOUND', language);
    return content;
  }
}
