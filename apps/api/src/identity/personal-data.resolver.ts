import { EraseMe, PersonalDataReads } from '@lienket/identity';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';
import { answer } from '../door/refusal-error.js';
import type { MutationEraseMeArgs } from '../generated/graphql.js';
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

@Resolver()
export class PersonalDataMutations {
  constructor(private readonly erases: EraseMe) {}

  @Mutation()
  async eraseMe(_: unknown, { password }: MutationEraseMeArgs, context: RequestContext) {
    const erased = await this.erases.execute(context.address, signedIn(context), password, personalRows);
    return answer(erased, context.language);
  }
}
