import { AddPhoto, PhotoReads } from '@lienket/market';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts } from '../door/attempts.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import { FileDoor, type SentFile } from '../door/file-door.js';
import { JPEG_TYPE, receivedBody } from '../door/received-body.js';
import { doorError } from '../door/refusal-error.js';

const PHOTO = { type: JPEG_TYPE, mostBytes: 150_000 };
/** What has a number never changes; another account's browser asks anew. Opened as a page it may do nothing at all. */
const HEADERS = {
  'cache-control': 'private, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
};

export const photoPath = (id: string): string => `/photos/${id}`;

/** Photos of listings: what is sent, and how they are seen. */
@Controller()
export class ListingPhotos {
  constructor(
    private readonly files: FileDoor,
    private readonly door: Door,
    private readonly attempts: Attempts,
    private readonly adds: AddPhoto,
    private readonly reads: PhotoReads,
  ) {}

  @Post('listings/:id/photos')
  add(@Param('id') listingId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.files.take(request, reply, async (context) => {
      if (!context.viewer) throw doorError('UNAUTHENTICATED', context.language);
      await this.attempts.photo(context);
      const content = await receivedBody(request, PHOTO, context.language);
      const photo = { listingId, content };
      return { id: await this.door.carryOut(context, (tx, viewer) => this.adds.execute(tx, viewer, photo)) };
    });
  }

  @Get('photos/:id')
  photo(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.files.send(request, reply, (context) => this.sent(id, context));
  }

  private async sent(id: string, { viewer, today, language }: RequestContext): Promise<SentFile> {
    if (!viewer) throw doorError('UNAUTHENTICATED', language);
    const content = await this.reads.contentOf(viewer, id, today);
    if (!content) throw doorError('NOT_FOUND', language);
    return { name: `${id.toLowerCase()}.jpg`, type: JPEG_TYPE, content, headers: HEADERS };
  }
}
