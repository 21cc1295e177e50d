import { type Database, type Transaction } from '@lienket/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { openTestDatabase, type OpenTestDatabase } from '../../../test/support/database.js';
import { insertMatchWorld, type MatchWorld, type PostingRow } from '../../../test/support/match-world.js';
import { MatchReads, matchPlace, placeKeys, type MatchPlace } from './match.reads.js';
import { normaliseWeights, type GivenWeights } from './weights.js';

const TODAY = '2026-11-22';
const [SELLER, BUYER] = [randomUUID(), randomUUID()];

const posting = (owner: string, changes: Partial<PostingRow> = {}): PostingRow => ({
  id: randomUUID(),
  owner_id: owner,
  commodity_code: 'w-rice',
  variety: null,
  grade: null,
  certifications: [],
  quantity_kg: '1000',
  held_kg: '0',
  minimum_lot_kg: '1',
  first_day: TODAY,
  last_day: '2026-12-31',
  price: 8000,
  province_code: 'w-1',
  latitude: null,
  longitude: null,
  withdrawn_at: null,
  ...changes,
});

const world = (listings: PostingRow[], demand: PostingRow, buyerStatus = 'ACTIVE'): MatchWorld => ({
  provinces: [{ code: 'w-1', seat_latitude: 10.25, seat_longitude: 105.97 }],
  commodities: [{ code: 'w-rice', perishable_days: null, grades: ['A', 'B'] }],
  organizations: [SELLER, BUYER].map((id) => ({
    id,
    latitude: null,
    longitude: null,
    kind: id === SELLER ? 'COOPERATIVE' : 'ENTERPRISE',
    province_code: 'w-1',
    changed_on: TODAY,
    statuses: ['ACTIVE', id === BUYER ? buyerStatus : 'ACTIVE'],
  })),
  listings,
  demands: [demand],
  contracts: [],
  links: [],
});

describe('A list of matches', () => {
  let server: OpenTestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await openTestDatabase();
    ({ database } = server);
  });
  afterAll(() => server.close());

  const inWorld = (given: MatchWorld, work: (tx: Transaction) => Promise<void>) =>
    database.transaction(async (tx) => {
      await insertMatchWorld(tx, given);
      await work(tx);
      await tx.query(sql`rollback and chain`);
    });

  const pageOf = async (
    tx: Transaction,
    demandId: string,
    first: number,
    after: MatchPlace | null = null,
    given: GivenWeights | null = null,
  ) => {
    const weights = normaliseWeights(given);
    if (!weights.ok) throw new Error(weights.refusal.code);
    const pages = await new MatchReads(tx).matchesOf(
      'DEMAND',
      [demandId],
      { weights: weights.value, first, after },
      TODAY,
    );
    return pages.get(demandId)!;
  };

  it('reaches the best 500 of more, ties by id, each once, page by page', async () => {
    const listings = Array.from({ length: 520 }, (_, index) =>
      posting(SELLER, { price: index % 2 === 0 ? 8000 : 9000 }),
    );
    const demand = posting(BUYER, { price: 10_000 });
    await inWorld(world(listings, demand), async (tx) => {
      const walked: string[] = [];
      let after: MatchPlace | null = null;
      for (let more = true; more;) {
        const page = await pageOf(tx, demand.id, 99, after);
        expect(page.totalCount).toBe(500);
        walked.push(...page.rows.map((match) => match.listingId));
        const place = matchPlace(placeKeys(page.rows.at(-1)!, 'DEMAND'));
        after = place.ok ? place.value : null;
        more = page.hasNextPage;
      }
      const idsAt = (price: number) =>
        listings
          .filter((listing) => listing.price === price)
          .map((listing) => listing.id)
          .sort();
      expect(walked).toEqual([...idsAt(8000), ...idsAt(9000).slice(0, 240)]);
    });
  });

  it('is empty of postings that are not open, and for a buyer that is not active', async () => {
    const demand = posting(BUYER, { price: 10_000 });
    const closed = [
      { withdrawn_at: '2026-11-01T00:00:00Z' },
      { held_kg: '1000' },
      { first_day: '2026-11-01', last_day: '2026-11-21' },
    ];
    await inWorld(
      world(
        closed.map((changes) => posting(SELLER, changes)),
        demand,
      ),
      async (tx) => {
        expect(await pageOf(tx, demand.id, 20)).toEqual({ rows: [], hasNextPage: false, totalCount: 0 });
      },
    );
    await inWorld(world([posting(SELLER)], demand, 'SUSPENDED'), async (tx) => {
      expect(await pageOf(tx, demand.id, 20)).toEqual({ rows: [], hasNextPage: false, totalCount: 0 });
    });
  });

  it('says how well each fits, in parts', async () => {
    const demand = posting(BUYER, { price: 10_000, quantity_kg: '250.500' });
    await inWorld(world([posting(SELLER)], demand), async (tx) => {
      const [match] = (await pageOf(tx, demand.id, 20)).rows;
      expect(match).toMatchObject({
        score: 0.705,
        quantityKg: '250.5',
        facts: { distanceM: 0, distanceIsApproximate: true },
      });
      expect(match?.parts[0]).toEqual({ criterion: 'PRICE', value: 2 / 3, weight: 0.3 });
    });
  });

  it.each([
    // 0.3 × 1/3 + 0.2 + 0.15/32 + 0.105 + 0.05 = 0.4596875
    { price: 9000, windowEnds: '2026-12-23', weights: null, score: 0.459688 },
    // (0 + 1 + 1/128) / 3 = 0.3359375
    { price: 10_000, windowEnds: '2027-03-29', weights: { price: 1, distance: 1, timing: 1 }, score: 0.335938 },
  ])('rounds exactly half a millionth up to $score, though thirds have no end', async ({ score, ...given }) => {
    const listing = posting(SELLER, { price: given.price, last_day: TODAY });
    const demand = posting(BUYER, { price: 10_000, last_day: given.windowEnds });
    await inWorld(world([listing], demand), async (tx) => {
      const [match] = (await pageOf(tx, demand.id, 20, null, given.weights)).rows;
      expect(match?.score).toBe(score);
    });
  });

  it('refuses a cursor of another list', () => {
    expect(matchPlace(null)).toEqual({ ok: true, value: null });
    expect(matchPlace(['0.5', 'x']).ok).toBe(false);
    expect(matchPlace(['2026-01-01T00:00:00Z', SELLER]).ok).toBe(false);
  });
});
