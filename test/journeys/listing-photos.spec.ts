import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import sql from 'sql-template-tag';
import { exifSegment, jpegOf, WHERE_IT_WAS_TAKEN, withSegment } from '../support/jpegs.js';
import { startLienket, TestClock, type Lienket } from '../support/lienket.js';
import { addColleague } from '../support/people.js';
import { photoDesk } from '../support/photo-desk.js';
import { deskOf, openRivalMarket, RIVAL_NOON, type RivalMarket } from '../support/rival-market.js';

const MOST_BYTES = 150_000;
const SEEN = '{ it: listing(id: $id) { photos { id url width height byteCount } } }';

let lienket: Lienket;
let market: RivalMarket;
let photos: ReturnType<typeof photoDesk>;
let listing: string;

beforeAll(async () => {
  lienket = await startLienket({}, new TestClock(new Date(RIVAL_NOON)));
  market = await openRivalMarket(lienket);
  photos = photoDesk(lienket);
  listing = await deskOf(lienket).post('Listing', market.farm, { quantityKg: '500' });
});
afterAll(() => lienket.close());

interface SeenPhoto {
  readonly id: string;
  readonly url: string;
  readonly byteCount: number;
}
const seen = async (token: string, id = listing) =>
  (await lienket.ask<{ it: { photos: SeenPhoto[] } | null }>(`query ($id: ID!) ${SEEN}`, { id }, { token })).it;
const withdraw = (id: string) =>
  lienket.ask('mutation ($id: ID!) { withdrawListing(id: $id) { id } }', { id }, { token: market.farm.token });
const told = async (answer: Response) => {
  const { errors } = (await answer.json()) as { errors: { extensions: { code: string; field?: string } }[] };
  const { code, field } = errors[0]!.extensions;
  return [answer.status, code, ...(field === undefined ? [] : [field])];
};
const count = async () =>
  (await lienket.owner.query<{ count: number }>(sql`select count(*) from market.listing_photo`))[0]!.count;
/** Says a length, or none, and sends as much as it likes. */
const sendRaw = (headers: Record<string, string>) =>
  request(`${lienket.url}/listings/${listing}/photos`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', authorization: `Bearer ${market.farm.token}`, ...headers },
  });

describe('a photo', () => {
  it('is added by a cooperative, and seen by a buyer as a picture and no more, without where it was taken', async () => {
    const jpeg = jpegOf({ width: 320, height: 240, noisyBlocks: 900 });
    const sent = withSegment(jpeg, exifSegment());
    const id = await photos.add(listing, market.farm.token, sent);
    expect(await photos.add(listing, market.farm.token, sent)).toBe(id);
    const found = await seen(market.mill.token);
    expect(found?.photos).toEqual([{ id, url: `/photos/${id}`, width: 320, height: 240, byteCount: jpeg.length }]);
    const answer = await photos.get(`/photos/${id}`, market.mill.token);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="${id}.jpg"`,
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      vary: expect.stringContaining('authorization') as unknown,
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes).toEqual(jpeg);
    expect([sent, bytes].map((content) => content.includes(WHERE_IT_WAS_TAKEN))).toEqual([true, false]);
  });

  it('is seen by nobody without a session, and where its listing isn’t seen answered like one that there isn’t', async () => {
    const hidden = await deskOf(lienket).post('Listing', market.farm, { quantityKg: '500' });
    const id = await photos.add(hidden, market.farm.token);
    await withdraw(hidden);
    expect(await told(await photos.get(`/photos/${id}`))).toEqual([401, 'UNAUTHENTICATED']);
    for (const token of [market.mill.token, market.stranger.token, market.manager80.replace(/.$/, '_')])
      expect((await photos.get(`/photos/${id}`, token)).status).toBeGreaterThanOrEqual(401);
    for (const path of [`/photos/${id}`, '/photos/0190d1c2-0000-7000-8000-000000000000', '/photos/no-id'])
      expect(await told(await photos.get(path, market.mill.token))).toEqual([404, 'NOT_FOUND']);
    for (const token of [market.farm.token, market.manager80, market.administrator])
      expect((await photos.get(`/photos/${id}`, token)).status).toBe(200);
    expect(await told(await photos.send(hidden, jpegOf(), market.mill.token))).toEqual([404, 'NOT_FOUND']);
    expect(await told(await photos.send(hidden, jpegOf({ width: 24 }), market.farm.token))).toEqual([
      409,
      'INVALID_STATE',
    ]);
  });

  it('is added to nobody else’s listing, by no reader and by nobody without a session', async () => {
    const { token: reader } = await addColleague(lienket, market.farm, 'READER');
    const before = await count();
    expect(await told(await photos.send(listing, jpegOf()))).toEqual([401, 'UNAUTHENTICATED']);
    for (const token of [market.mill.token, market.rivalFarm.token, market.manager80, market.administrator, reader])
      expect(await told(await photos.send(listing, jpegOf(), token))).toEqual([403, 'FORBIDDEN']);
    for (const id of ['no-id', market.demand, `${listing}%00`])
      expect((await photos.send(id, jpegOf(), market.farm.token)).status).toBe(404);
    expect(await count()).toBe(before);
  });

  it.each([
    ['a page with the type of a picture', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a drawing that says so', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
    [
      'a PNG that would be 100,000 by 100,000',
      Buffer.from('89504e470d0a1a0a0000000d49484452000186a0000186a00806000000', 'hex'),
    ],
    ['a picture with a page after it', Buffer.concat([jpegOf(), Buffer.from('<script>alert(1)</script>')])],
    ['a picture that was cut off', jpegOf({ width: 320, noisyBlocks: 40 }).subarray(0, 2000)],
    ['a picture of 65,535 by 65,535', jpegOf({ said: { width: 65_535, height: 65_535 } })],
    ['nothing', Buffer.alloc(0)],
    ['a picture that says to be text', jpegOf(), 'text/plain'],
  ] as [string, Buffer, string?][])('is not %s', async (...[, sent, type]) => {
    const before = await count();
    const answer = await photos.send(listing, sent, market.farm.token, type);
    expect([400, 415]).toContain(answer.status);
    expect(await count()).toBe(before);
  });

  it('of 151 kB is refused, whether it says so or not, and none of it is waited for that is too much', async () => {
    const large = jpegOf({ width: 640, height: 480, noisyBlocks: 1600 });
    expect(large.length).toBeGreaterThan(MOST_BYTES + 1000);
    const before = await count();
    expect(await told(await photos.send(listing, large, market.farm.token))).toEqual([400, 'INVALID_INPUT', 'file']);
    const promised = sendRaw({ 'content-length': '9000000' });
    promised.flushHeaders();
    const [early] = (await once(promised, 'response')) as [IncomingMessage];
    promised.destroy();
    expect([early.statusCode, early.headers.connection]).toEqual([400, 'close']);
    const endless = sendRaw({ 'transfer-encoding': 'chunked' });
    endless.on('error', () => undefined); // we write to who has closed
    const answered = once(endless, 'response') as Promise<[IncomingMessage]>;
    endless.write(large);
    expect((await answered)[0].statusCode).toBe(400);
    endless.destroy();
    expect(await count()).toBe(before);
  });

  it('that broke off on its way is not kept, and is one when it is sent again', async () => {
    const own = await deskOf(lienket).post('Listing', market.farm, { quantityKg: '500' });
    const jpeg = jpegOf({ width: 64, height: 64, noisyBlocks: 30 });
    const half = request(`${lienket.url}/listings/${own}/photos`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'image/jpeg', 'content-length': String(jpeg.length) },
        authorization: `Bearer ${market.farm.token}`,
      },
    });
    half.on('error', () => undefined); // we broke it off
    half.write(jpeg.subarray(0, jpeg.length / 2));
    await new Promise((resolve) => setTimeout(resolve, 200));
    half.destroy();
    const ids = await Promise.all([1, 2, 3].map(() => photos.add(own, market.farm.token, jpeg)));
    expect(new Set(ids).size).toBe(1);
    expect((await seen(market.farm.token, own))?.photos).toHaveLength(1);
  });

  it('is removed by its cooperative, and is gone for everybody', async () => {
    const own = await deskOf(lienket).post('Listing', market.farm, { quantityKg: '500' });
    const ids: string[] = [];
    for (const width of [8, 16, 24, 32]) ids.push(await photos.add(own, market.farm.token, jpegOf({ width })));
    expect(await told(await photos.send(own, jpegOf({ width: 40 }), market.farm.token))).toEqual([
      400,
      'INVALID_INPUT',
      'photo',
    ]);
    const { it: left } = await lienket.ask<{ it: { photos: { id: string }[] } }>(
      'mutation ($id: ID!) { it: removeListingPhoto(id: $id) { photos { id } } }',
      { id: ids[1] },
      { token: market.farm.token },
    );
    expect(left.photos.map(({ id }) => id)).toEqual([ids[0], ids[2], ids[3]]);
    expect((await photos.get(`/photos/${ids[1]!}`, market.farm.token)).status).toBe(404);
  });

  it('is told to who asks for what is kept of them, without the picture', async () => {
    const { it } = await lienket.ask<{ it: { tables: { name: string; csv: string }[] } }>(
      '{ it: myData { tables { name csv } } }',
      {},
      { token: market.farm.token },
    );
    const [heading, ...rows] = it.tables
      .find(({ name }) => name === 'market.listing_photo')!
      .csv.trim()
      .split(/\r?\n/);
    expect(heading).toBe('id,listing_id,added_at,added_by');
    expect(rows).toHaveLength(await count());
  });
});
