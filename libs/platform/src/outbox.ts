import sql from 'sql-template-tag';
import type { Transaction } from './database.js';

/** Something that happened, announced by the room in whose transaction it happened. JSON-safe: ids and plain values. */
export interface Announcement {
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Appends to the outbox in the same transaction as the fact, so that neither is ever there without the other. */
export async function announce(tx: Transaction, ...announcements: Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  await tx.query(sql`
    insert into platform.outbox (topic, payload)
    select entry ->> 'topic', entry -> 'payload'
    from jsonb_array_elements(${JSON.stringify(announcements)}::jsonb) with ordinality as announced (entry, place) order by place`);
}

/**
 * Takes up to `limit` announcements of these topics out of the outbox, oldest first. They are gone when the transaction
 * commits and there again when it doesn't, so their effect belongs into the same transaction.
 */
export async function takeAnnouncements<Payload>(
  tx: Transaction,
  topics: readonly string[],
  limit: number,
): Promise<Payload[]> {
  const rows = await tx.query<{ payload: Payload }>(sql`
    delete from platform.outbox where id in (
      select id from platform.outbox where topic = any(${topics}) order by id limit ${limit} for update skip locked
    ) returning payload`);
  return rows.map((row) => row.payload);
}
