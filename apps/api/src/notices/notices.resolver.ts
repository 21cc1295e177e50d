import {
  Bells,
  LiveUnread,
  noticeInWords,
  NoticeReads,
  ReadAllNotices,
  ReadNotice,
  type NoticeRow,
} from '@lienket/notices';
import { Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import { connection, newestPageRequest } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import type { MutationReadAllNoticesArgs, MutationReadNoticeArgs, QueryNoticesArgs } from '../generated/graphql.js';

@Resolver()
export class NoticeQueries {
  constructor(private readonly reads: NoticeReads) {}

  @Query()
  async notices(_: unknown, args: QueryNoticesArgs, context: RequestContext) {
    const viewer = signedIn(context);
    const page = await this.reads.notices(viewer, newestPageRequest(args, context.language), context.today);
    const listed = connection(
      page,
      ({ at, id }) => [at.toISOString(), id],
      () => this.reads.countNotices(viewer, context.today),
    );
    return { ...listed, unreadCount: () => this.reads.countUnread(viewer, context.today) };
  }
}

@Resolver()
export class NoticeMutations {
  constructor(
    private readonly door: Door,
    private readonly bells: Bells,
    private readonly reads: NoticeReads,
    private readonly readsOne: ReadNotice,
    private readonly readsAll: ReadAllNotices,
  ) {}

  @Mutation()
  async readNotice(_: unknown, args: MutationReadNoticeArgs, context: RequestContext) {
    const id = await this.door.carryOut(context, (tx, viewer) => this.readsOne.execute(tx, viewer, args));
    const viewer = signedIn(context);
    await this.bells.ring([viewer.userId]);
    return this.reads.noticeById(viewer, id, context.today);
  }

  @Mutation()
  async readAllNotices(_: unknown, args: MutationReadAllNoticesArgs, context: RequestContext) {
    await this.door.carryOut(context, (tx, viewer) => this.readsAll.execute(tx, viewer, args));
    const viewer = signedIn(context);
    await this.bells.ring([viewer.userId]);
    return this.reads.countUnread(viewer, context.today);
  }
}

@Resolver()
export class NoticeSubscriptions {
  constructor(private readonly live: LiveUnread) {}

  @Subscription('unreadNoticesChanged', { resolve: (count: unknown) => count })
  unreadNoticesChanged(_: unknown, __: unknown, context: RequestContext) {
    return this.live.follow(signedIn(context));
  }
}

@Resolver('Notice')
export class NoticeFields {
  @ResolveField()
  contract({ contractId }: NoticeRow, _: unknown, { loaders }: RequestContext) {
    return contractId === null ? null : loaders.contracts.contract.load(contractId);
  }

  @ResolveField()
  claimed({ claimedId }: NoticeRow, _: unknown, { loaders }: RequestContext) {
    return claimedId === null ? null : loaders.registry.organization.load(claimedId);
  }

  @ResolveField()
  by({ byId }: NoticeRow, _: unknown, { loaders }: RequestContext) {
    return byId === null ? null : loaders.registry.organization.load(byId);
  }

  @ResolveField()
  async text(notice: NoticeRow, _: unknown, context: RequestContext) {
    const [contract, claimed, by] = await Promise.all([
      this.contract(notice, _, context),
      this.claimed(notice, _, context),
      this.by(notice, _, context),
    ]);
    const of = contract?.number ?? claimed?.name ?? null;
    return noticeInWords({ kind: notice.kind, of, by: by?.name ?? null }, context.language);
  }
}
