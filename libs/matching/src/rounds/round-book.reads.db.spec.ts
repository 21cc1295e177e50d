import { type Database, type Day } from '@lienket/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type OpenTestDatabase } from '../../../../test/support/database.js';
import { demandsOf, listingsOf } from '../../../../test/support/match-sides.js';
import { insertMatchWorld, undone } from '../../../../test/support/match-world.js';
import { diceOf, randomMatchWorld, seedOfTest } from '../../../../test/support/random-match-world.js';
import { brokenRules } from '../feasibility.js';
import type { DemandSide, ListingSide } from '../pair.js';
import { pairOf } from './certified-pairs.js';
import { bookIn } from './round-book.reads.js';
import type { RoundWish } from './round-wish.js';
import { requireSound } from './sound-book.js';

const WORLDS = Number(process.env['LIENKET_WORLDS'] ?? 60);
const TODAY: Day = '2026-11-22';
const EVERYTHING: RoundWish = {
  commodityCodes: null,
  provinceCodes: null,
  managedProvinceCodes: null,
  deliverFrom: null,
  deliverTo: null,
  transportVndPerTonneKm: 2600,
  inclusionBonusVnd: 0,
};

describe('The book of a round', () => {
  let server: OpenTestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await openTestDatabase();
    ({ database } = server);
  });
  afterAll(() => server.close());

  it('holds who fits whom, by every rule of a match, in whole kilograms, on random worlds', async () => {
    const seed = seedOfTest();
    const seen = { pairs: 0, fitting: 0, skipped: 0, bonuses: 0 };
    for (let number = 0; number < WORLDS; number += 1) {
      const world = randomMatchWorld(diceOf(seed + number), TODAY);
      const [listings, demands] = [listingsOf(world, TODAY), demandsOf(world, TODAY)];
      await undone(database, async (tx) => {
        await insertMatchWorld(tx, world);
        const { book, skippedListings, skippedDemands } = await bookIn(tx, EVERYTHING, TODAY);
        requireSound(book);
        const fitting = listings.flatMap((listing) =>
          demands.filter((demand) => fits(listing, demand)).map((demand) => [listing.id, demand.id]),
        );
        const inBook = book.listings.flatMap(({ id }, listing) =>
          book.demands.flatMap((demand, place) => (pairOf(book, listing, place) ? [[id, demand.id]] : [])),
        );
        expect({ seed: seed + number, pairs: inBook.sort() }).toEqual({ seed: seed + number, pairs: fitting.sort() });
        const open = [
          listings.filter(
            (listing) =>
              listing.askPriceVndPerKg === null && isOpen(listing, listing.supplier.active, listing.availableTo),
          ),
          demands.filter(
            (demand) => demand.maximumPriceVndPerKg === null && isOpen(demand, demand.buyer.active, demand.deliverTo),
          ),
        ];
        expect([skippedListings, skippedDemands]).toEqual(open.map(({ length }) => length));
        for (const { id, earnsBonus } of book.listings) {
          const { supplier } = listings.find((listing) => listing.id === id)!;
          expect(earnsBonus).toBe(!supplier.enterprise && !supplier.linked);
          seen.bonuses += Number(earnsBonus);
        }
        seen.pairs += listings.length * demands.length;
        seen.fitting += fitting.length;
        seen.skipped += skippedListings + skippedDemands;
      });
    }
    console.info(`${WORLDS} worlds from seed ${seed}: ${JSON.stringify(seen)}`);
    expect(Math.min(seen.fitting, seen.skipped, seen.bonuses)).toBeGreaterThan(WORLDS);
  }, 600_000);

  it('is narrowed by goods, by the place of the listing, by the province of its organization, and by the demand’s days', async () => {
    const world = randomMatchWorld(diceOf(7), TODAY);
    await undone(database, async (tx) => {
      await insertMatchWorld(tx, world);
      const { book: whole } = await bookIn(tx, EVERYTHING, TODAY);
      const provinceOf = new Map(
        world.organizations.map((organization) => [organization.id, organization.province_code]),
      );
      const narrowed = async (wish: Partial<RoundWish>) => (await bookIn(tx, { ...EVERYTHING, ...wish }, TODAY)).book;
      const goods = await narrowed({ commodityCodes: ['w-rice'] });
      expect(goods.listings).toEqual(whole.listings.filter(({ commodityCode }) => commodityCode === 'w-rice'));
      expect(goods.demands).toEqual(whole.demands.filter(({ commodityCode }) => commodityCode === 'w-rice'));
      const places = await narrowed({ provinceCodes: ['w-1'] });
      expect(places.listings).toEqual(whole.listings.filter(({ provinceCode }) => provinceCode === 'w-1'));
      expect(places.demands).toEqual(whole.demands);
      const managed = await narrowed({ managedProvinceCodes: ['w-2'] });
      expect(managed.listings).toEqual(
        whole.listings.filter(({ organizationId }) => provinceOf.get(organizationId) === 'w-2'),
      );
      const early = await narrowed({ deliverTo: TODAY });
      expect(early.demands).toEqual(whole.demands.filter(({ from }) => from <= TODAY));
      for (const { listings, demands } of [goods, places, managed, early])
        expect(listings.length + demands.length).toBeLessThan(whole.listings.length + whole.demands.length);
    });
  });
});

/** As a round sees it: quantities rounded down to whole kilograms, lots up, and none without a price. */
function fits(listing: ListingSide, demand: DemandSide): boolean {
  const hasPrices = listing.askPriceVndPerKg !== null && demand.maximumPriceVndPerKg !== null;
  return hasPrices && brokenRules(inWholeKg(listing), inWholeKg(demand), TODAY).length === 0;
}

const inWholeKg = <Side extends { readonly remainingG: number; readonly minimumLotG: number }>(side: Side): Side => ({
  ...side,
  remainingG: 1000 * Math.floor(side.remainingG / 1000),
  minimumLotG: 1000 * Math.ceil(side.minimumLotG / 1000),
});

const isOpen = (
  posting: { readonly withdrawn: boolean; readonly remainingG: number },
  isActive: boolean,
  lastDay: Day,
): boolean => isActive && !posting.withdrawn && posting.remainingG >= 1000 && lastDay >= TODAY;
