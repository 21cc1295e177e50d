import { accept, type Day, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { Demand } from './demand.entity.js';
import { Listing } from './listing.entity.js';
import { grams, kilograms } from './kilograms.js';
import { minimumLot } from './posting-rules.js';
import { postingStatus, windowOf } from './posting-status.js';
import type { PostingContent, PostingKind } from './posting.js';

/** An amount of one posting that a contract takes or gives back. */
export interface PostingHold {
  readonly kind: PostingKind;
  readonly postingId: string;
  readonly quantityKg: string;
}

export interface PostingAcquaintance {
  readonly postingId: string;
  readonly organizationId: string;
}

export type HoldRefusal =
  | {
      readonly code: 'INSUFFICIENT_QUANTITY';
      readonly kind: PostingKind;
      readonly postingId: string;
      readonly availableKg: string;
    }
  | { readonly code: 'INVALID_STATE'; readonly state: string };

const TABLES: Readonly<Record<PostingKind, Sql>> = { LISTING: sql`market.listing`, DEMAND: sql`market.demand` };

/** Listings and demands: the only place that writes them. */
@Injectable()
export class PostingStore {
  async insert(
    tx: Transaction,
    posting: { kind: PostingKind; ownerId: string; provinceCode: string; content: PostingContent; at: Date },
  ): Promise<string> {
    const values = {
      ...columnsOf(posting.content, posting.provinceCode),
      ownerId: posting.ownerId,
      createdAt: posting.at,
    };
    const { maximumSuppliers } = posting.content;
    const inserted =
      posting.kind === 'LISTING'
        ? await tx.entities.insert(Listing, values)
        : await tx.entities.insert(Demand, { ...values, maximumSuppliers });
    return (inserted.identifiers[0] as { id: string }).id;
  }

  /** Whoever else wants to change it or hold of it waits until the transaction ends. */
  lock(tx: Transaction, kind: PostingKind, id: string): Promise<Listing | Demand> {
    const options = { where: { id }, lock: { mode: 'pessimistic_write' } } as const;
    return kind === 'LISTING'
      ? tx.entities.findOneOrFail(Listing, options)
      : tx.entities.findOneOrFail(Demand, options);
  }

  async rewrite(
    tx: Transaction,
    posting: { kind: PostingKind; id: string; provinceCode: string; content: PostingContent },
  ): Promise<void> {
    const values = columnsOf(posting.content, posting.provinceCode);
    const { maximumSuppliers } = posting.content;
    if (posting.kind === 'LISTING') await tx.entities.update(Listing, posting.id, values);
    else await tx.entities.update(Demand, posting.id, { ...values, maximumSuppliers });
  }

  async withdraw(tx: Transaction, kind: PostingKind, id: string, at: Date): Promise<void> {
    await tx.query(sql`update ${TABLES[kind]} set withdrawn_at = ${at} where id = ${id}`);
  }

  /**
   * Takes these amounts for a signed contract, all or none once the transaction is undone on refusal. Listings by id come
   * before demands by id, each summed, so that two contracts never wait for each other in a circle.
   */
  async hold(tx: Transaction, holds: readonly PostingHold[], today: Day): Promise<Result<void, HoldRefusal>> {
    const ordered = inLockOrder(holds);
    await this.queueFor(tx, ordered);
    for (const wanted of ordered) {
      if (await this.take(tx, wanted, today)) continue;
      const posting = await this.lock(tx, wanted.kind, wanted.postingId);
      const refusal = judgeHold(posting, wanted, today);
      if (refusal !== null) return { ok: false, refusal };
      // Somebody gave back between the two statements; now that it is locked there is enough.
      await this.take(tx, wanted, today);
    }
    return accept(undefined);
  }

  /** First come, first served: of those who wait for a row any may be next, and somebody would never be. */
  private async queueFor(tx: Transaction, postings: readonly PostingHold[]): Promise<void> {
    const ids = postings.map(({ postingId }) => postingId);
    await tx.query(sql`
      select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(${ids}::text[]) with ordinality as posting (id, place) order by place`);
  }

  private async take(tx: Transaction, { kind, postingId, quantityKg }: PostingHold, today: Day): Promise<boolean> {
    const days = kind === 'LISTING' ? sql`available` : sql`deliver`;
    const held = await tx.query(sql`
      update ${TABLES[kind]} set held_kg = held_kg + ${quantityKg}::numeric
      where id = ${postingId} and held_kg + ${quantityKg}::numeric <= quantity_kg and withdrawn_at is null and upper(${days}) > ${today}::date
      returning id`);
    return held.length === 1;
  }

  /** Gives back what a contract held and doesn't need any more. */
  async release(tx: Transaction, holds: readonly PostingHold[]): Promise<void> {
    for (const { kind, postingId, quantityKg } of inLockOrder(holds))
      await tx.query(
        sql`update ${TABLES[kind]} set held_kg = held_kg - ${quantityKg}::numeric where id = ${postingId}`,
      );
  }

  /** From now on each organization sees its posting whatever becomes of it: a contract of theirs refers to it. */
  async acquaint(tx: Transaction, acquaintances: readonly PostingAcquaintance[]): Promise<void> {
    if (acquaintances.length === 0) return;
    const postingIds = acquaintances.map(({ postingId }) => postingId);
    const organizationIds = acquaintances.map(({ organizationId }) => organizationId);
    await tx.query(sql`
      insert into market.posting_acquaintance (posting_id, organization_id)
      select distinct posting_id, organization_id
      from unnest(${postingIds}::uuid[], ${organizationIds}::uuid[]) as acquaintance (posting_id, organization_id)
      order by posting_id, organization_id
      on conflict do nothing`);
  }

  /** The same, each organization with its own posting: an allocation refers to it. */
  async acquaintEach(
    tx: Transaction,
    pairs: readonly { readonly postingId: string; readonly organizationId: string }[],
  ): Promise<void> {
    if (pairs.length === 0) return;
    await tx.query(sql`
      insert into market.posting_acquaintance (posting_id, organization_id)
      select "postingId", "organizationId"
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair ("postingId" uuid, "organizationId" uuid)
      order by "postingId", "organizationId"
      on conflict do nothing`);
  }
}

function judgeHold(posting: Listing | Demand, wanted: PostingHold, today: Day): HoldRefusal | null {
  const status = postingStatus(posting, today);
  if (status === 'WITHDRAWN' || status === 'EXPIRED') return { code: 'INVALID_STATE', state: status };
  const available = grams(posting.quantityKg) - grams(posting.heldKg);
  if (available >= grams(wanted.quantityKg)) return null;
  return {
    code: 'INSUFFICIENT_QUANTITY',
    kind: wanted.kind,
    postingId: wanted.postingId,
    availableKg: kilograms(available),
  };
}

function inLockOrder(holds: readonly PostingHold[]): PostingHold[] {
  const summed = new Map<string, PostingHold>();
  for (const hold of holds) {
    const key = `${hold.kind === 'LISTING' ? '1' : '2'} ${hold.postingId}`;
    const before = summed.get(key)?.quantityKg ?? '0';
    summed.set(key, { ...hold, quantityKg: kilograms(grams(before) + grams(hold.quantityKg)) });
  }
  return [...summed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hold]) => hold);
}

const columnsOf = (content: PostingContent, provinceCode: string) => ({
  commodityCode: content.commodityCode,
  variety: content.variety,
  grade: content.grade,
  certifications: [...new Set(content.certifications)],
  quantityKg: content.quantityKg,
  minimumLotKg: minimumLot(content),
  days: windowOf(content.from, content.to),
  priceVndPerKg: content.priceVndPerKg,
  provinceCode,
  latitude: content.latitude,
  longitude: content.longitude,
});
