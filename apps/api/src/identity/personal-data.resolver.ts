import { PersonalDataReads } from '@lienket/identity';
import { Query, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';
import { personalRows } from './personal-rows.js';

@Resolver()
export class PersonalDataQueries {
  constructor(private readonly reads: PersonalDataReads) {}

  @Query()
  async myData(_: unknown, __: unknown, context: RequestContext) {
    const tables = await this.reads.of(signedIn(context), context.today, personalRows);
    const json = JSON.stringify(Object.fromEntries(tables.map(({ name, rows }) => [name, rows])));
    return { madeAt: context.now, json, tables };
  }
}
