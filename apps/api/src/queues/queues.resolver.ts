import { actorOf } from '@lienket/identity';
import { QueueReportReads, refuse, RetryDeadLetter } from '@lienket/platform';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import { connection, newestPageRequest } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import type { MutationRetryDeadLetterArgs, QueryDeadLettersArgs } from '../generated/graphql.js';

@Resolver()
export class QueueQueries {
  constructor(private readonly reads: QueueReportReads) {}

  @Query()
  queues(_: unknown, __: unknown, context: RequestContext) {
    const actor = administratorOf(context);
    return actor ? this.reads.queues(actor) : [];
  }

  @Query()
  async deadLetters(_: unknown, args: QueryDeadLettersArgs, context: RequestContext) {
    const request = newestPageRequest(args, context.language);
    const actor = administratorOf(context);
    return connection(
      actor ? await this.reads.deadLetters(actor, request) : { rows: [], hasNextPage: false },
      ({ failedAt, id }) => [failedAt.toISOString(), id],
      () => (actor ? this.reads.countDeadLetters(actor) : Promise.resolve(0)),
    );
  }
}

@Resolver()
export class QueueMutations {
  constructor(
    private readonly door: Door,
    private readonly retries: RetryDeadLetter,
  ) {}

  @Mutation()
  retryDeadLetter(_: unknown, { id }: MutationRetryDeadLetterArgs, context: RequestContext) {
    return this.door.carryOut(context, async (tx, { role }) =>
      role === 'ADMINISTRATOR' ? this.retries.execute(tx, id) : refuse({ code: 'NOT_FOUND' }),
    );
  }
}

function administratorOf(context: RequestContext) {
  const viewer = signedIn(context);
  return viewer.role === 'ADMINISTRATOR' ? actorOf(viewer, context.today) : null;
}
