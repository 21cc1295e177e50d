import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { insertAgreedOffers } from '../support/agreed-offers.js';
import { addCrowd, type Member } from '../support/crowd.js';
import { Dice } from '../support/dice.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { startLienket, type Answer, type Lienket } from '../support/lienket.js';
import { NaiveLots } from '../support/naive-lots.js';
import { createLot, SIGN, TERMINATE } from '../support/offers.js';

const SIGNATURES = inShortOrLong(500, 10_000);
const LOTS = inShortOrLong(10, 100);
const CONNECTIONS = 32;
const LINE_KG = 1000;
/** Three lines a contract ask for three times what there is. */
const LOT_KG = (SIGNATURES * 3 * LINE_KG) / LOTS / 3;
const REPEATED = 0.1;
const TERMINATED = 0.05;
/** So many wait for one lot on a busy machine that somebody's time may run out. */
const ASK_AGAIN = ['UNAVAILABLE', 'OUTCOME_UNKNOWN', 'CONFLICT'];

interface Wish {
  readonly id: string;
  readonly buyer: Member;
  readonly lots: readonly string[];
}

describe('signatures at once for shared lots', () => {
  let lienket: Lienket;
  let books: Bookkeeper;
  let dice: Dice;
  let lots: string[];
  let wishes: Wish[];
  let refused: Wish[];
  let askedAgain = 0;

  beforeAll(async () => {
    dice = Dice.thrown('signatures at once');
    lienket = await startLienket({
      LIENKET_SIGNATURES_PER_MINUTE: '1000000',
      LIENKET_DATABASE_POOL: String(CONNECTIONS),
    });
    books = await Bookkeeper.of(lienket.config.DATABASE_URL);
    const database = lienket.owner;
    const [supplier] = (await addCrowd(database, 'COOPERATIVE', 1, 'PRODUCER')) as [Member];
    const buyers = await addCrowd(database, 'ENTERPRISE', 20, 'PROCESSOR');
    lots = await Promise.all(Array.from({ length: LOTS }, () => createLot(lienket, supplier, String(LOT_KG))));
    const wanted = Array.from({ length: SIGNATURES }, () => {
      const first = dice.below(LOTS);
      const three = [0, 1, 2].map((step) => lots[(first + step) % LOTS]!);
      // In one order or the other, so that two contracts meet on the same lots from opposite ends.
      return { buyer: dice.pick(buyers), lots: dice.next() < 0.5 ? three : three.reverse() };
    });
    const offers = wanted.map(({ buyer, lots: three }) => ({
      supplier,
      buyer,
      lines: three.map((listingId) => ({ listingId, quantityKg: String(LINE_KG) })),
    }));
    const ids = await insertAgreedOffers(books.client, offers);
    wishes = wanted.map((wish, index) => ({ ...wish, id: ids[index]! }));
  });

  afterAll(async () => {
    await books.close();
    await lienket.close();
  });

  it('hold no kilogram twice, lose none, and refuse only what there is not', async () => {
    const sent = wishes.flatMap((wish) => (dice.next() < REPEATED ? [wish, wish] : [wish]));
    const from = Date.now();
    const answers = await atOnce(sent, ({ id, buyer }) => untilTold(SIGN, id, buyer));
    const tookMs = Date.now() - from;
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'SIGNED');
    const signed = new Set(sent.filter((_, index) => codes[index] === 'SIGNED'));
    refused = wishes.filter((wish) => !signed.has(wish));
    console.info(
      `signatures sent ${String(sent.length)} of ${String(SIGNATURES)} in ${String(tookMs)} ms by ${String(CONNECTIONS)} at once, asked again ${String(askedAgain)}, ` +
        `signed ${String(signed.size)}, refused ${String(refused.length)}, faults ${JSON.stringify(await books.faults())}`,
    );
    expect(new Set(codes)).toEqual(new Set(['SIGNED', 'INSUFFICIENT_QUANTITY']));
    expect(await books.faults()).toEqual({});
    expect(await books.unsignedOf([...signed].map(({ id }) => id))).toEqual([]);
    expect(await books.unsignedOf(refused.map(({ id }) => id))).toHaveLength(refused.length);
    // Nothing was refused in vain: nothing was given back so far, so a lot that was short once is short at the end.
    const left = await leftKg(books.client);
    for (const { lots: three } of refused)
      expect(Math.min(...three.map((lot) => left.get(lot)!))).toBeLessThan(LINE_KG);
  }, 600_000);

  it('keep the books while others end theirs and give back', async () => {
    const ending = wishes.filter((wish) => !refused.includes(wish) && dice.next() < TERMINATED);
    const again = refused.slice(0, SIGNATURES / 5);
    const tasks = dice.shuffled([
      ...ending.map(({ id, buyer }) => ({ document: TERMINATE, id, buyer })),
      ...again.map(({ id, buyer }) => ({ document: SIGN, id, buyer })),
    ]);
    const answers = await atOnce(tasks, ({ document, id, buyer }) => untilTold(document, id, buyer));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'DONE');
    const done = (document: string) =>
      tasks.filter((task, index) => task.document === document && codes[index] === 'DONE').length;
    console.info(
      `ended ${String(done(TERMINATE))}, of ${String(again.length)} refused ones signed now ${String(done(SIGN))}, faults ${JSON.stringify(await books.faults())}`,
    );
    expect(done(TERMINATE)).toBe(ending.length);
    expect(new Set(codes)).toEqual(new Set(['DONE', 'INSUFFICIENT_QUANTITY']));
    expect(await books.faults()).toEqual({});
  }, 600_000);

  /** As a client does that was told that nothing was changed, or that nobody knows: by the same key. */
  async function untilTold(document: string, id: string, buyer: Member): Promise<Answer> {
    for (;;) {
      const answer = await lienket.send<Record<string, never>>(
        document,
        { id },
        { token: buyer.token, key: `${document.slice(0, 40)} ${id}` },
      );
      if (!ASK_AGAIN.includes(answer.errors?.[0]?.extensions.code ?? '')) return answer;
      askedAgain += 1;
    }
  }

  it('would oversell if they read first and wrote then', async () => {
    const naive = await NaiveLots.of(lienket.config.DATABASE_URL, CONNECTIONS);
    const accepted = await naive.sign(
      wishes.map((wish) => wish.lots),
      LINE_KG,
    );
    const { oversold, wronglyHeld } = await naive.judge();
    await naive.close();
    console.info(
      `read then write: signed ${String(accepted)}, lots oversold ${String(oversold)} of ${String(LOTS)}, held wrongly ${String(wronglyHeld)}`,
    );
    expect(oversold).toBeGreaterThan(0);
  }, 600_000);
});

/** By as many as there are connections, each one after the other. */
async function atOnce<Task, Answer>(tasks: readonly Task[], work: (task: Task) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let index = next++; index < tasks.length; index = next++) answers[index] = await work(tasks[index]!);
    }),
  );
  return answers;
}

async function leftKg(client: pg.ClientBase): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; left: string }>(
    'select id, quantity_kg - held_kg as left from market.listing',
  );
  return new Map(rows.map(({ id, left }) => [id, Number(left)]));
}
