import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Commands, Database } from '@lienket/platform';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { insertAgreedOffers } from '../support/agreed-offers.js';
import { Collisions, type Collision } from '../support/collisions.js';
import { addCrowd, type Member } from '../support/crowd.js';
import { Dice } from '../support/dice.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { createLot, SIGN } from '../support/offers.js';

const TRANSACTIONS = inShortOrLong(100, 5000);
const AT_ONCE = 16;
const REPEATED = 0.1;
/** One less than the tries that a command has. */
const COLLISIONS_MAX = 5;
const STATEMENTS = 16;
const AT_COMMIT = 0.2;
const WITHOUT_AGAIN = 20;

describe('transactions that collide with others', () => {
  let lienket: Lienket;
  let books: Bookkeeper;
  let collisions: Collisions;
  let dice: Dice;
  let buyer: Member;
  let ids: string[];
  let hopeless: string;
  let unrepeated: string[];

  beforeAll(async () => {
    dice = Dice.thrown('collisions');
    // Nobody takes the announcements, so that they can be counted.
    lienket = await startLienket({ LIENKET_ROLE: 'api', LIENKET_SIGNATURES_PER_MINUTE: '1000000' });
    books = await Bookkeeper.of(lienket.config.DATABASE_URL);
    collisions = await Collisions.plant(lienket.part(Database), books.client);
    const [supplier] = (await addCrowd(lienket.owner, 'COOPERATIVE', 1, 'PRODUCER')) as [Member];
    [buyer] = (await addCrowd(lienket.owner, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
    const lots = [await createLot(lienket, supplier, '100000'), await createLot(lienket, supplier, '100000')];
    const forth = lots.map((listingId) => ({ listingId, quantityKg: '1' }));
    const offers = Array.from({ length: TRANSACTIONS + 1 + WITHOUT_AGAIN }, (_, index) => ({
      ...{ supplier, buyer },
      lines: index % 2 === 0 ? forth : [...forth].reverse(),
    }));
    [hopeless, ...ids] = (await insertAgreedOffers(books.client, offers)) as [string, ...string[]];
    unrepeated = ids.splice(TRANSACTIONS);
    await books.client.query('delete from platform.outbox');
  });

  afterAll(async () => {
    await books.close();
    await lienket.close();
  });

  const someCollision = (): Collision => ({
    after: dice.next() < AT_COMMIT ? null : dice.below(STATEMENTS),
    code: dice.below(3),
  });
  const sign = async (id: string): Promise<string> => {
    const { errors } = await lienket.send(SIGN, { id }, { token: buyer.token, key: id });
    return errors?.[0]?.extensions.code ?? 'SIGNED';
  };

  it('are carried out again, wholly and once, and no client comes to know', async () => {
    for (const id of ids) collisions.plan(id, Array.from({ length: dice.below(COLLISIONS_MAX + 1) }, someCollision));
    const sent = ids.flatMap((id) => (dice.next() < REPEATED ? [id, id] : [id]));
    const left = [...sent];
    const codes: string[] = [];
    const client = async () => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) codes.push(await sign(id));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    const seen = codes.filter((code) => code !== 'SIGNED').length;
    const faults = await books.faults();
    console.info(
      `transactions ${String(TRANSACTIONS)}, collisions ${String(collisions.happened)}, seen by clients ${String(seen)}, partial ${JSON.stringify(faults)}`,
    );
    expect(new Set(codes)).toEqual(new Set(['SIGNED']));
    expect(faults).toEqual({});
    expect(await books.unsignedOf(ids)).toEqual([]);
    expect(await books.waitingAnnouncements('contracts.contract-changed')).toBe(TRANSACTIONS);
    expect(await books.waitingAnnouncements('contracts.history-written')).toBe(TRANSACTIONS);
    expect(collisions.happened).toBeGreaterThan(TRANSACTIONS / 2);
  }, 600_000);

  it('are given up with nothing changed where every try collides', async () => {
    collisions.plan(
      hopeless,
      Array.from({ length: COLLISIONS_MAX + 1 }, () => ({ after: 8, code: 0 })),
    );
    expect(await sign(hopeless)).toBe('UNAVAILABLE');
    expect(await books.unsignedOf([hopeless])).toEqual([hopeless]);
    expect(await books.faults()).toEqual({});
    expect(await sign(hopeless)).toBe('SIGNED');
  });

  it('would be seen by clients of a house that tries once', async () => {
    const [commands, database] = [lienket.part(Commands), lienket.part(Database)];
    commands.run = (work, as) => database.transaction(work, as?.actor);
    for (const id of unrepeated) collisions.plan(id, [{ after: dice.below(4), code: dice.below(3) }]);
    const codes = await Promise.all(unrepeated.map(sign));
    const seen = codes.filter((code) => code !== 'SIGNED').length;
    console.info(`trying once: seen by clients ${String(seen)} of ${String(WITHOUT_AGAIN)}`);
    expect(seen).toBe(WITHOUT_AGAIN);
  });

  it('would be found in the books, had they left half of themselves behind', async () => {
    await books.client.query(`insert into contracts.signature values ($1, 1, $2, gen_random_uuid(), now())`, [
      unrepeated[0],
      buyer.organizationId,
    ]);
    expect(await books.faults()).toEqual({ 'has every signature and is not signed': 1 });
  });
});
