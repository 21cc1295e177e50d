import { actorOf, type Viewer } from '@lienket/identity';
import { Database, isUuid, pageOf, type Day, type Page, type PageRequest } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { NoticeKind } from './notice-kind.js';
import { isUnread, noticeIsOf } from './notice-sight.js';

/** What a viewer is told, as refs to the facts that they see today. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: Date;
  readonly contractId: string | null;
  /** The organization that a claim is for. */
  readonly claimedId: string | null;
  /** Who did it; null where it was no party. */
  readonly byId: string | null;
  readonly isRead: boolean;
}

@Injectable()
export class NoticeReads {
  constructor(private readonly database: Database) {}

  /** Newest first by (at, id); the cursor holds both. */
  async notices(viewer: Viewer, page: PageRequest, today: Day): Promise<Page<NoticeRow>> {
    const [at, id] = page.after ?? [];
    const older =
      at === undefined || id === undefined
        ? sql`true`
        : sql`(notice.at, notice.id) < (${at}::timestamptz, ${id}::uuid)`;
    const order = sql`order by notice.at desc, notice.id desc limit ${page.first + 1}`;
    return pageOf(await this.read(viewer, today, older, order), page.first);
  }

  /** Those of them that are the viewer's, the oldest first. */
  async noticesById(viewer: Viewer, ids: readonly string[], today: Day): Promise<NoticeRow[]> {
    const order = sql`order by notice.at, notice.id`;
    return this.read(viewer, today, sql`notice.id = any(${ids.filter(isUuid)}::uuid[])`, order);
  }

  /** null where it is not the viewer's. */
  async noticeById(viewer: Viewer, id: string, today: Day): Promise<NoticeRow | null> {
    const [notice] = await this.noticesById(viewer, [id], today);
    return notice ?? null;
  }

  countNotices(viewer: Viewer, today: Day): Promise<number> {
    return this.count(viewer, today, sql`true`);
  }

  countUnread(viewer: Viewer, today: Day): Promise<number> {
    return this.count(viewer, today, isUnread(viewer));
  }

  private async count(viewer: Viewer, today: Day, which: Sql): Promise<number> {
    const [row] = await this.database
      .as(actorOf(viewer, today))
      .query<{ count: number }>(sql`select count(*) from notices.notice where ${noticeIsOf(viewer)} and ${which}`);
    return row?.count ?? 0;
  }

  private read(viewer: Viewer, today: Day, condition: Sql, order: Sql): Promise<NoticeRow[]> {
    return this.database.as(actorOf(viewer, today)).query<NoticeRow>(sql`
      select notice.id, notice.kind, notice.at, notice.contract_id as "contractId", notice.claimed_id as "claimedId", entry.organization_id as "byId",
        not ${isUnread(viewer)} as "isRead"
      from notices.notice
      left join contracts.history_v entry on entry.contract_id = notice.contract_id and entry.sequence = notice.sequence
      where ${noticeIsOf(viewer)} and ${condition} ${order}`);
  }
}
