import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@lienket/platform';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { eventually } from '../support/eventually.js';
import { inShortOrLong } from '../support/fault-counts.js';
import { doorAt } from '../support/lienket.js';
import { SigningLoad } from '../support/signing-load.js';
import { StartedLienket } from '../support/started-lienket.js';

const KILLS = inShortOrLong(2, 20);
const SIGNATURES_PER_KILL = 40;
const BACK_WITHIN_MS = 10_000;
const SETTLED_WITHIN_MS = 30_000;

describe('signatures while PostgreSQL is killed again and again', () => {
  let lienket: StartedLienket;

  beforeAll(async () => {
    lienket = await StartedLienket.start({ LIENKET_SIGNATURES_PER_MINUTE: '100000' });
  });
  afterAll(() => lienket.stop());

  it('lose no acknowledged one, do none twice, and go on by themselves', async () => {
    const { ask } = doorAt(lienket.url);
    const before = await Bookkeeper.of(lienket.databaseUrl);
    const database = await Database.connect(lienket.databaseUrl, 1, []);
    const owner = { database, client: before.client };
    const load = await SigningLoad.prepare({ ask }, owner, { faults: KILLS, perFault: SIGNATURES_PER_KILL });
    await Promise.all([before.close(), database.close()]);

    await load.run(lienket.url, KILLS, () => {
      lienket.killPostgres();
      return Promise.resolve();
    });

    const books = await Bookkeeper.of(lienket.databaseUrl);
    const isQuiet = async () => (await books.waitingAnnouncements()) === 0 && (await books.drift()) === 0;
    const settledMs = await eventually(isQuiet, SETTLED_WITHIN_MS);
    const lost = await books.unsignedOf(load.acknowledged);
    const { participation } = await ask<{ participation: { participating: number; counted: number } }>(
      '{ participation { participating counted } }',
    );
    const figure = `${String(participation.participating)}/${String(participation.counted)}`;
    console.info(
      `acknowledged ${String(load.acknowledged.size)}, lost ${String(lost.length)}, kills ${String(load.backAfterMs.length)}, ` +
        `back after ${load.backAfterMs.join(', ')} ms, slowest request ${String(load.slowestMs)} ms, settled after ${String(settledMs)} ms, ` +
        `figure ${figure} (oracle ${await books.figure()}), faults ${JSON.stringify(await books.faults())}`,
    );
    expect(lost).toEqual([]);
    expect(await books.faults()).toEqual({});
    expect(Math.max(...load.backAfterMs)).toBeLessThan(BACK_WITHIN_MS);
    expect(settledMs).not.toBeNull();
    expect(figure).toBe(await books.figure());
    await books.close();
  }, 600_000);

  it('come back where it is killed again as it starts', async () => {
    lienket.killPostgres();
    await lienket.killPostgresAsItStarts();
    const { send } = doorAt(lienket.url);
    const canSignIn = async () => {
      const { errors } = await send('mutation { signIn(login: "nobody", password: "unknown") { token } }');
      return errors?.[0]?.extensions.code === 'UNAUTHENTICATED';
    };
    expect(await eventually(canSignIn, 2 * BACK_WITHIN_MS)).not.toBeNull();
  });
});
