import { CancelImport, ImportReads, type ImportRow } from '@lienket/imports';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import { connection, newestPageRequest, newestPlace } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import type { MutationCancelImportArgs, QueryImportArgs, QueryImportsArgs } from '../generated/graphql.js';

@Resolver()
export class ImportQueries {
  constructor(private readonly reads: ImportReads) {}

  @Query()
  import(_: unknown, { id }: QueryImportArgs, context: RequestContext) {
    return this.reads.importById(signedIn(context), id, context.today);
  }

  @Query()
  async imports(_: unknown, args: QueryImportsArgs, context: RequestContext) {
    const viewer = signedIn(context);
    const page = await this.reads.imports(viewer, newestPageRequest(args, context.language), context.today);
    return connection(page, newestPlace, () => this.reads.countImports(viewer, context.today));
  }
}

@Resolver()
export class ImportMutations {
  constructor(
    private readonly door: Door,
    private readonly reads: ImportReads,
    private readonly cancels: CancelImport,
  ) {}

  @Mutation()
  async cancelImport(_: unknown, args: MutationCancelImportArgs, context: RequestContext) {
    const id = await this.door.carryOut(context, (tx, viewer) => this.cancels.execute(tx, viewer, args.id));
    return this.reads.importById(signedIn(context), id, context.today);
  }
}

@Resolver('Import')
export class ImportFields {
  @ResolveField()
  fault({ faultEn, faultVi }: ImportRow, _: unknown, { language }: RequestContext) {
    return language === 'vi' ? faultVi : faultEn;
  }
}
