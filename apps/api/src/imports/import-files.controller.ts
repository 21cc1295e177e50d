import { IMPORT_KINDS, ImportReads, KINDS, StartImport, type ImportKindName } from '@lienket/imports';
import { EXCEL_TYPE } from '@lienket/platform';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts } from '../door/attempts.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import { FileDoor } from '../door/file-door.js';
import { doorError, invalidInputError } from '../door/refusal-error.js';
import { receivedBody } from '../door/received-body.js';

/** 50,000 rows with every column filled in are about half of this. */
const BOOK = { type: EXCEL_TYPE, mostBytes: 8 * 1024 * 1024 };
/** Each is held whole until the database has it. */
const AT_ONCE = 4;
const AGAIN_SECONDS = 5;

/** What is sent to be imported, and what comes back of it. */
@Controller('imports')
export class ImportFiles {
  private inHandCount = 0;

  constructor(
    private readonly files: FileDoor,
    private readonly door: Door,
    private readonly attempts: Attempts,
    private readonly starts: StartImport,
    private readonly reads: ImportReads,
  ) {}

  @Post(':kind')
  start(
    @Param('kind') path: string,
    @Query('name') fileName: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.files.take(request, reply, async (context) => {
      const { language } = context;
      const kind = kindOf(path);
      if (!context.viewer) throw doorError('UNAUTHENTICATED', language);
      if (context.viewer.role === 'TRADER') throw doorError('FORBIDDEN', language);
      if (!kind) throw doorError('NOT_FOUND', language);
      if (typeof fileName !== 'string') throw invalidInputError(language, 'FORM', 'name');
      await this.attempts.import(context);
      if (this.inHandCount >= AT_ONCE) throw doorError('RATE_LIMITED', language, { retryAfterSeconds: AGAIN_SECONDS });
      this.inHandCount += 1;
      try {
        const content = await receivedBody(request, BOOK, language);
        const file = { kind, fileName, content };
        return { id: await this.door.carryOut(context, (tx, viewer) => this.starts.execute(tx, viewer, file)) };
      } finally {
        this.inHandCount -= 1;
      }
    });
  }

  /** Holds nothing of anybody's. */
  @Get('templates/:name')
  template(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.files.send(request, reply, ({ language }) => {
      const kind = kindOf(/^(.+)\.xlsx$/.exec(name)?.[1] ?? '');
      if (!kind) throw doorError('NOT_FOUND', language);
      return Promise.resolve({ name, type: EXCEL_TYPE, content: KINDS[kind].template() });
    });
  }

  @Get(':name')
  rejected(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.files.send(request, reply, async (context) => ({
      name,
      type: EXCEL_TYPE,
      content: await this.rejectedRows(name, context),
    }));
  }

  private async rejectedRows(name: string, { viewer, today, language }: RequestContext): Promise<Buffer> {
    if (!viewer) throw doorError('UNAUTHENTICATED', language);
    const id = /^([\da-f-]{36})\.xlsx$/i.exec(name)?.[1];
    const content = id === undefined ? null : await this.reads.rejectedFileOf(viewer, id, today);
    if (!content) throw doorError('NOT_FOUND', language);
    return content;
  }
}

const kindOf = (path: string): ImportKindName | undefined => IMPORT_KINDS.find((kind) => kind.toLowerCase() === path);
