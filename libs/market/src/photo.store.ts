import type { Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Picture } from './baseline-jpeg.js';

/** So many show what a listing has to show. The database has no more places either. */
const PHOTOS_MAX = 4;

/** Photos of listings: the only place that writes them. */
@Injectable()
export class PhotoStore {
  /** The same picture of the same listing, if it has it already. */
  async find(tx: Transaction, listingId: string, { content }: Picture): Promise<string | null> {
    const [photo] = await tx.query<{ id: string }>(
      sql`select id from market.listing_photo where listing_id = ${listingId} and digest = sha256(${content}::bytea)`,
    );
    return photo?.id ?? null;
  }

  /** In the first place that is free; null where none is. The listing is locked. */
  async insert(
    tx: Transaction,
    photo: { listingId: string; picture: Picture; addedBy: string; at: Date },
  ): Promise<string | null> {
    const { content, width, height } = photo.picture;
    const [inserted] = await tx.query<{ id: string }>(sql`
      insert into market.listing_photo (listing_id, position, content, width, height, added_at, added_by)
      select ${photo.listingId}::uuid, position, ${content}::bytea, ${width}, ${height}, ${photo.at}, ${photo.addedBy}::uuid
      from generate_series(1, ${PHOTOS_MAX}::integer) as position
      where not exists (select from market.listing_photo other where other.listing_id = ${photo.listingId}::uuid and other.position = position.position)
      order by position limit 1 returning id`);
    return inserted?.id ?? null;
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query(sql`delete from market.listing_photo where id = ${id}`);
  }
}
