import { EXCEL_TYPE, excelBook, type Day, type Sheet } from '@lienket/platform';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../door/context.js';
import { FileDoor } from '../door/file-door.js';
import type { Language } from '../door/language.js';
import { doorError } from '../door/refusal-error.js';
import { FigureBook } from './figure-book.js';
import { askedFigure, askedOrganizations, type AskedFigure, type FigureQuery } from './figure-query.js';
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
    const asked = (today: Day, language: Language) => askedFigure(query, today, language);
    return this.send('figures', asked, request, reply, (question, context) => this.figures.sheets(question, context));
  }

  @Get('organizations.xlsx')
  ofOrganizations(
    @Query() query: FigureQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = (today: Day, language: Language) => askedOrganizations(query, today, language);
    return this.send('organizations', asked, request, reply, (question, context) => {
      if (!context.viewer) throw doorError('UNAUTHENTICATED', context.language);
      return this.organizations.sheets(question, context);
    });
  }

  private send<Asked extends AskedFigure>(
    what: string,
    asked: (today: Day, language: Language) => Asked,
    request: FastifyRequest,
    reply: FastifyReply,
    sheetsOf: (asked: Asked, context: RequestContext) => Promise<Sheet[]>,
  ): Promise<void> {
    return this.door.send(request, reply, async (context) => {
      const question = asked(context.today, context.language);
      const sheets = await sheetsOf(question, context);
      return { name: `${what}-${question.asOf}.xlsx`, type: EXCEL_TYPE, content: excelBook(sheets) };
    });
  }
}
