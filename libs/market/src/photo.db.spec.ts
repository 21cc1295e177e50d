import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@lienket/identity';
import { accept, ForgetOld, type Result } from '@lienket/platform';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { exifSegment, jpegOf, withSegment } from '../../../test/support/jpegs.js';
import { TODAY, TradeWorld, WithdrawPosting, type Trader } from '../../../test/support/trade-world.js';
import { AddPhoto } from './add-photo.js';
import { marketRetention } from './market-retention.js';
import { PhotoReads } from './photo.reads.js';
import { RemovePhoto } from './remove-photo.js';

let world: TradeWorld;
let owner: Trader;
let listing: string;
beforeAll(async () => {
  world = await TradeWorld.open();
  owner = await world.trader({ provinceCode: '01' });
});
beforeEach(async () => {
  world.clock.moveTo(TODAY);
  listing = await world.listing(owner);
});
afterAll(() => world.close());

const JPEG = jpegOf({ width: 24, height: 16, noisyBlocks: 1 });
const other = (width: number): Buffer => jpegOf({ width, noisyBlocks: 1 });
const add = (viewer: Viewer, listingId = listing, content = JPEG) =>
  world.run(AddPhoto, viewer, { listingId, content });
const remove = (viewer: Viewer, id: string) => world.run(RemovePhoto, viewer, { id });
const added = async (content = JPEG): Promise<string> => {
  const result = await add(owner, listing, content);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const photos = async (viewer: Viewer) =>
  (await world.get(PhotoReads).photosOf(viewer, [listing], world.clock.today())).map(({ id }) => id);
const content = (viewer: Viewer, id: string) => world.get(PhotoReads).contentOf(viewer, id, world.clock.today());
const refused = (refusal: object): Result<string> => ({ ok: false, refusal }) as never;
const notFound = refused({ code: 'NOT_FOUND' });
const forbidden = refused({ code: 'FORBIDDEN' });
const reader = (): Viewer => ({ ...owner, organizationRole: 'READER' });

describe('a photo of a listing', () => {
  it('is kept without where it was taken, and seen as it is kept', async () => {
    const id = await added(withSegment(JPEG, exifSegment()));
    expect(await world.get(PhotoReads).photosOf(owner, [listing], TODAY)).toEqual([
      { id, listingId: listing, width: 24, height: 16, byteCount: JPEG.length },
    ]);
    expect(await content(await world.trader(), id)).toEqual(JPEG);
  });

  it('is one, however often it is sent, also by two at once and after its listing was withdrawn', async () => {
    const first = await Promise.all([added(), added(withSegment(JPEG, exifSegment()))]);
    await world.must(WithdrawPosting, owner, { kind: 'LISTING', id: listing });
    expect(new Set([...first, await added()]).size).toBe(1);
    expect(await add(owner, listing, other(32))).toEqual(refused({ code: 'INVALID_STATE', state: 'WITHDRAWN' }));
  });

  it('is of another listing too, where it is sent for that', async () => {
    const before = await added();
    listing = await world.listing(owner);
    expect(await added()).not.toBe(before);
  });

  it('is the fourth at most, whoever sends them at once; one that is removed makes room in its place', async () => {
    const sent = await Promise.all([8, 16, 32, 40, 48, 56].map((width) => add(owner, listing, other(width))));
    const taken = sent.flatMap((result) => (result.ok ? [result.value] : []));
    expect(taken).toHaveLength(4);
    expect(sent.filter(({ ok }) => !ok)).toEqual(
      Array(2).fill(refused({ code: 'INVALID_INPUT', field: 'photo', rule: 'TOO_MANY' })),
    );
    const [, second = ''] = await photos(owner);
    expect(await remove(owner, second)).toEqual({ ok: true, value: listing });
    const next = await added(other(64));
    expect((await photos(owner)).indexOf(next)).toBe(1);
  });

  it('is added and removed by those who trade for the listing’s organization alone', async () => {
    const id = await added();
    for (const viewer of [await world.trader(), reader(), world.manager('01'), world.admin])
      expect([await add(viewer), await remove(viewer, id)]).toEqual([forbidden, forbidden]);
    for (const unknown of ['no-id', randomUUID()])
      expect([await add(owner, unknown), await remove(owner, unknown)]).toEqual([notFound, notFound]);
  });

  it('is refused where it is no picture, once it is known that its sender may send one', async () => {
    const page = Buffer.from('<svg/>');
    expect(await add(owner, listing, page)).toMatchObject({ refusal: { code: 'INVALID_INPUT', field: 'photo' } });
    expect(await add(reader(), listing, page)).toEqual(forbidden);
  });

  it('is seen and removed as its listing is: withdrawn, by its own and their managers alone', async () => {
    const id = await added();
    const strangers = [await world.trader(), world.manager('08')];
    const own = [owner, reader(), world.manager('01'), world.manager(), world.admin];
    for (const viewer of [...strangers, ...own])
      expect([await photos(viewer), await content(viewer, id)]).toEqual([[id], JPEG]);
    await world.must(WithdrawPosting, owner, { kind: 'LISTING', id: listing });
    for (const viewer of own) expect([await photos(viewer), await content(viewer, id)]).toEqual([[id], JPEG]);
    for (const viewer of strangers) {
      expect([await photos(viewer), await content(viewer, id)]).toEqual([[], null]);
      expect([await add(viewer), await remove(viewer, id)]).toEqual([notFound, notFound]);
    }
    const [party] = strangers as [Trader];
    await world.database.query(
      sql`insert into market.posting_acquaintance values (${listing}, ${party.organizationId})`,
    );
    expect(await photos(party)).toEqual([id]);
    expect(await remove(owner, id)).toEqual({ ok: true, value: listing });
    expect(await photos(owner)).toEqual([]);
  });

  it('goes a year after its listing was withdrawn or over, and not before', async () => {
    await world.database.query(sql`delete from market.listing_photo`);
    await added();
    const forgets = new ForgetOld(world.worker, marketRetention);
    const count = async () => (await forgets.forget())[0]?.count;
    const over = (days: number) =>
      world.database.query(sql`
        update market.listing set available = daterange('2020-01-01', current_date - ${days}::integer) where id = ${listing}`);
    await over(300);
    expect([await count(), (await photos(owner)).length]).toEqual([0, 1]);
    await over(400);
    expect([await count(), (await photos(owner)).length]).toEqual([1, 0]);
  });
});

describe('the database', () => {
  const insert = (bytes: Buffer, position = 1, width = 16) =>
    world.database.query(sql`
      insert into market.listing_photo (listing_id, position, content, width, height, added_at, added_by)
      values (${listing}, ${position}, ${bytes}, ${width}, 16, now(), ${owner.userId})`);

  it('keeps no photo of more than 150,000 bytes, of more than 2048 pixels, that is no JPEG, or that is the fifth', async () => {
    const jpeg = (length: number) => Buffer.concat([JPEG, Buffer.alloc(length - JPEG.length)]);
    const refusal = { code: '23514' };
    await expect(insert(jpeg(150_001))).rejects.toMatchObject(refusal);
    await expect(insert(JPEG, 1, 2049)).rejects.toMatchObject(refusal);
    await expect(insert(Buffer.from('<svg/>'))).rejects.toMatchObject(refusal);
    await expect(insert(JPEG, 5)).rejects.toMatchObject(refusal);
    await insert(jpeg(150_000));
    await expect(insert(jpeg(150_000), 2)).rejects.toMatchObject({ code: '23505' });
    await expect(insert(JPEG)).rejects.toMatchObject({ code: '23505' });
  });

  it('lets nobody but who trades for the organization add or remove one, and nobody in another’s name', async () => {
    await insert(JPEG);
    const adds = (viewer: Viewer, addedBy = viewer.userId) =>
      world.carryOut(viewer, async (tx) => {
        await tx.query(sql`
          insert into market.listing_photo (listing_id, position, content, width, height, added_at, added_by)
          values (${listing}, 2, ${other(32)}, 32, 16, now(), ${addedBy})`);
        return accept(undefined);
      });
    const removes = (viewer: Viewer) =>
      world.carryOut(viewer, async (tx) =>
        accept(
          (await tx.query(sql`delete from market.listing_photo where listing_id = ${listing} returning 1`)).length,
        ),
      );
    for (const viewer of [reader(), await world.trader(), world.manager('01'), world.admin]) {
      await expect(adds(viewer)).rejects.toMatchObject({ code: '42501' });
      expect(await removes(viewer)).toEqual(accept(0));
    }
    await expect(adds(owner, randomUUID())).rejects.toMatchObject({ code: '42501' });
    await adds(owner);
    expect(await removes(owner)).toEqual(accept(2));
  });
});
