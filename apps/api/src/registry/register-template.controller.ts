import { EXCEL_TYPE, templateBook } from '@lienket/platform';
import { REGISTER_FORM } from '@lienket/registry';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FileDoor } from '../door/file-door.js';

/** An empty register to be filled in. It holds nothing of anybody's. */
@Controller('registry')
export class RegisterTemplate {
  constructor(private readonly door: FileDoor) {}

  @Get('register-template.xlsx')
  template(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.door.send(request, reply, () =>
      Promise.resolve({ name: 'register-template.xlsx', type: EXCEL_TYPE, content: templateBook(REGISTER_FORM) }),
    );
  }
}
