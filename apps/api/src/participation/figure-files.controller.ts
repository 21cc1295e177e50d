import { EXCEL_TYPE, excelBook, type Sheet } from '@lienket/platform';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../door/context.js';
import { FileDoor } from '../door/file-door.js';
import { doorError } from '../door/refusal-error.js';
import { FigureBook } from './figure-book.js';
import { askedFigure, type AskedFigure, type FigureQuery } from './figure-query.js';
import { OrganizationBook } from './organization-book.js';

/** What a screen shows of the figures, as Excel: streamed as it is read, and never cut. */
@Controller('participation')
export class FigureFiles {
  constructor(
    private readonly door: FileDoor,
    private readonly figures: FigureBook,
    private readonly organizations: OrganizationBook,
  ) {}

  /** As public as `participation` is. */
  @Get('figures.xlsx')
  ofFigures(@Query() query: FigureQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send('figures', query, request, reply, (asked, context) => this.figures.sheets(asked, context));
  }

  @Get('organizations.xlsx')
  ofOrganizations(
    @Query() query: FigureQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send('organizations', query, request, reply, (asked, context) => {
      if (!context.viewer) throw doorError('UNAUTHENTICATED', context.language);
      return this.organizations.sheets(asked, context);
    });
  }

  private send(
    what: string,
    query: FigureQuery,
    request: FastifyRequest,
    reply: FastifyReply,
    sheetsOf: (asked: AskedFigure, context: RequestContext) => Promise<Sheet[]>,
  ): Promise<void> {
    return this.door.send(request, reply, async (context) => {
      const asked = askedFigure(query, context.today, context.language);
      const sheets = await sheetsOf(asked, context);
      return { name: `${what}-${asked.asOf}.xlsx`, type: EXCEL_TYPE, content: excelBook(sheets) };
    });
  }
}
