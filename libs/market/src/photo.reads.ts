import { actorOf, type Viewer } from '@lienket/identity';
import { Database, isUuid, type Day, type Queryable } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { postingsOn, seenBy } from './posting-sight.js';

/** What is known of a photo without its bytes. */
export interface PhotoRow {
  readonly id: string;
  readonly listingId: string;
  readonly width: number;
  readonly height: number;
  readonly byteCount: number;
}

/** Who sees a listing sees its photos. */
@Injectable()
export class PhotoReads {
  constructor(private readonly database: Database) {}

  /** In their order, listing by listing. */
  photosOf(viewer: Viewer, listingIds: readonly string[], today: Day): Promise<PhotoRow[]> {
    const columns = sql`photo.id, photo.listing_id as "listingId", photo.width, photo.height, octet_length(photo.content) as "byteCount"`;
    const condition = sql`photo.listing_id = any(${listingIds}::uuid[]) order by photo.listing_id, photo.position`;
    return this.database.as(actorOf(viewer, today)).query(seenPhotos(viewer, today, columns, condition));
  }

  /** The JPEG itself; null where there is none, or the viewer may not see its listing. */
  async contentOf(viewer: Viewer, id: string, today: Day): Promise<Buffer | null> {
    if (!isUuid(id)) return null;
    const statement = seenPhotos(viewer, today, sql`photo.content`, sql`photo.id = ${id}::uuid`);
    const [photo] = await this.database.as(actorOf(viewer, today)).query<{ content: Buffer }>(statement);
    return photo?.content ?? null;
  }
}

/** Whose listing it is of; null where the viewer may not see that. */
export async function photoSeen(
  queryable: Queryable,
  viewer: Viewer,
  { id, today }: { id: string; today: Day },
): Promise<{ listingId: string; ownerId: string } | null> {
  if (!isUuid(id)) return null;
  const columns = sql`photo.listing_id as "listingId", posting.owner_id as "ownerId"`;
  const [photo] = await queryable.query<{ listingId: string; ownerId: string }>(
    seenPhotos(viewer, today, columns, sql`photo.id = ${id}::uuid`),
  );
  return photo ?? null;
}

const seenPhotos = (viewer: Viewer, today: Day, columns: Sql, condition: Sql): Sql => sql`
  select ${columns} from ${postingsOn('LISTING', today)} join market.listing_photo photo on photo.listing_id = posting.id
  where ${seenBy(viewer, today)} and ${condition}`;
