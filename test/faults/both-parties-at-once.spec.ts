import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { insertAgreedOffers } from '../support/agreed-offers.js';
import { addCrowd, type Member } from '../support/crowd.js';
import { Dice } from '../support/dice.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { createLot, SIGN } from '../support/offers.js';

const CONTRACTS = inShortOrLong(80, 2000);
/** Twice as many people press the button in the same instant. */
const AT_ONCE = 16;
const NAIVE = 40;

describe('both parties who sign in the same millisecond', () => {
  let lienket: Lienket;
  let books: Bookkeeper;
  let supplier: Member;
  let buyer: Member;
  let ids: string[];
  let dice: Dice;

  beforeAll(async () => {
    dice = Dice.thrown('both parties at once');
    // Nobody takes the announcements, so that they can be counted.
    lienket = await startLienket({
      ...{ LIENKET_ROLE: 'api', LIENKET_SIGNATURES_PER_MINUTE: '1000000' },
      LIENKET_DATABASE_POOL: String(2 * AT_ONCE),
    });
    books = await Bookkeeper.of(lienket.config.DATABASE_URL);
    [supplier] = (await addCrowd(lienket.owner, 'COOPERATIVE', 1, 'PRODUCER')) as [Member];
    [buyer] = (await addCrowd(lienket.owner, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
    const lot = await createLot(lienket, supplier, String(CONTRACTS + NAIVE));
    const lines = [{ listingId: lot, quantityKg: '1' }];
    ids = await insertAgreedOffers(
      books.client,
      Array.from({ length: CONTRACTS + NAIVE }, () => ({ supplier, buyer, lines })),
    );
    await books.client.query('delete from contracts.signature');
    await books.client.query('delete from platform.outbox');
  });

  afterAll(async () => {
    await books.close();
    await lienket.close();
  });

  it('conclude each contract once', async () => {
    const codes: string[] = [];
    for (let from = 0; from < CONTRACTS; from += AT_ONCE) {
      const both = ids.slice(from, Math.min(from + AT_ONCE, CONTRACTS)).flatMap((id) => [
        { id, token: supplier.token },
        { id, token: buyer.token },
      ]);
      const answers = await Promise.all(
        dice.shuffled(both).map(({ id, token }) => lienket.send(SIGN, { id }, { token })),
      );
      codes.push(...answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'SIGNED'));
    }
    const signed = ids.slice(0, CONTRACTS);
    const [unsigned, faults] = [await books.unsignedOf(signed), await books.faults()];
    const announced = await books.waitingAnnouncements('contracts.contract-changed');
    console.info(
      `contracts ${String(CONTRACTS)} × 2 signers, not in force ${String(unsigned.length)}, announced ${String(announced)}, faults ${JSON.stringify(faults)}`,
    );
    expect(new Set(codes)).toEqual(new Set(['SIGNED']));
    expect(codes).toHaveLength(2 * CONTRACTS);
    expect([unsigned, faults, announced]).toEqual([[], {}, CONTRACTS]);
  }, 300_000);

  it('would both think that the other has not, if they looked without waiting', async () => {
    const [one, other] = [await connected(), await connected()];
    for (const id of ids.slice(CONTRACTS))
      await Promise.all([signNaively(one, id, supplier), signNaively(other, id, buyer)]);
    await one.end();
    await other.end();
    const faults = await books.faults();
    console.info(`looking without waiting: ${JSON.stringify(faults)} of ${String(NAIVE)}`);
    expect(faults['has every signature and is not signed']).toBeGreaterThan(0);
  });

  async function connected(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: lienket.config.DATABASE_URL });
    await client.connect();
    return client;
  }
});

async function signNaively(client: pg.Client, id: string, { organizationId }: Member): Promise<void> {
  await client.query('begin');
  await client.query(`insert into contracts.signature values ($1, 1, $2, gen_random_uuid(), now())`, [
    id,
    organizationId,
  ]);
  const { rows } = await client.query<{ count: string }>(
    'select count(*) as count from contracts.signature where contract_id = $1',
    [id],
  );
  if (Number(rows[0]?.count) === 2)
    await client.query(`update contracts.contract set status = 'SIGNED', signed_on = current_date where id = $1`, [id]);
  await client.query('commit');
}
