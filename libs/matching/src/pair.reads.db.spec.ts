import { type Database } from '@lienket/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openTestDatabase, type OpenTestDatabase } from '../../../test/support/database.js';
import { demandsOf, listingsOf } from '../../../test/support/match-sides.js';
import { insertMatchWorld, undone } from '../../../test/support/match-world.js';
import { diceOf, randomMatchWorld, seedOfTest } from '../../../test/support/random-match-world.js';
import { PairReads } from './pair.reads.js';

const WORLDS = 10;
const TODAY = '2026-11-22';

describe('what decides whether a pair fits', () => {
  let server: OpenTestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await openTestDatabase();
    ({ database } = server);
  });
  afterAll(() => server.close());

  it('is read as the tables hold it, of pairs that fit and of others, on 10 random worlds', async () => {
    const seed = seedOfTest();
    for (let number = 0; number < WORLDS; number += 1) {
      const world = randomMatchWorld(diceOf(seed + number), TODAY);
      await undone(database, async (tx) => {
        await insertMatchWorld(tx, world);
        const reads = new PairReads(tx);
        const demands = demandsOf(world, TODAY);
        for (const [index, { supplier, ...listing }] of listingsOf(world, TODAY).entries()) {
          const { endedLines: _, linked: __, ...trader } = supplier;
          const { buyer, ...demand } = demands[index % demands.length]!;
          const { endedLines: ___, linked: ____, ...buying } = buyer as typeof supplier;
          expect({ seed: seed + number, ...(await reads.pairOf(listing.id, demand.id, TODAY)) }).toEqual({
            seed: seed + number,
            listing: { ...listing, supplier: trader },
            demand: { ...demand, buyer: buying },
          });
        }
      });
    }
    expect(await new PairReads(database).pairOf(randomUUID(), randomUUID(), TODAY)).toBeNull();
  });
});
