import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { backends } from '../support/backends.js';
import { Dice } from '../support/dice.js';
import { eventually } from '../support/eventually.js';
import { inShortOrLong, isLongForm } from '../support/fault-counts.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { freePort, LienketProcess } from '../support/processes.js';
import { SigningLoad } from '../support/signing-load.js';

/** On each carrier of jobs; `npm test` tries one. */
const KILLS = inShortOrLong(6, 50);
const SIGNATURES_PER_KILL = 10;
const SETTLED_WITHIN_MS = 30_000;
const CARRIERS = isLongForm ? backends(2) : backends(2).slice(0, 1);

describe.each(CARRIERS)('on $name, signatures while API and worker are killed again and again', ({ settings }) => {
  let home: Lienket;
  let books: Bookkeeper;

  beforeAll(async () => {
    // This one only makes the world; it has no worker, so that all effects are the killed one's.
    home = await startLienket({ LIENKET_ROLE: 'api', ...settings });
    books = await Bookkeeper.of(home.config.DATABASE_URL);
  });

  afterAll(async () => {
    await books.close();
    await home.close();
  });

  it('lose no acknowledged one, do none twice, and end with the right figure', async () => {
    const dice = Dice.thrown('killed without warning');
    const load = await SigningLoad.prepare(
      home,
      { database: home.owner, client: books.client },
      { faults: KILLS, perFault: SIGNATURES_PER_KILL },
    );
    const environment = {
      ...settings,
      DATABASE_URL: home.config.DATABASE_URL,
      LIENKET_SIGNATURES_PER_MINUTE: '100000',
    };
    const api = new LienketProcess({ ...environment, LIENKET_ROLE: 'api' }, await freePort());
    const worker = new LienketProcess({ ...environment, LIENKET_ROLE: 'worker' }, await freePort());
    await Promise.all([api.start(), worker.start()]);
    await load.run(`http://127.0.0.1:${String(api.port)}`, KILLS, async () => {
      const victim = dice.pick([api, worker]);
      await victim.kill();
      await victim.start();
    });
    const isQuiet = async () => (await books.waitingAnnouncements()) === 0 && (await books.drift()) === 0;
    const settledMs = await eventually(isQuiet, SETTLED_WITHIN_MS);
    await Promise.all([api.stop(), worker.stop()]);
    const lost = await books.unsignedOf(load.acknowledged);
    console.info(
      `acknowledged ${String(load.acknowledged.size)}, lost ${String(lost.length)}, kills of API ${String(api.kills)}, of worker ${String(worker.kills)}, ` +
        `settled after ${String(settledMs)} ms, figure ${await shown()} (oracle ${await books.figure()}), faults ${JSON.stringify(await books.faults())}`,
    );
    expect(lost).toEqual([]);
    expect(await books.faults()).toEqual({});
    expect(settledMs).not.toBeNull();
    expect(await shown()).toBe(await books.figure());
    expect(api.kills + worker.kills).toBe(KILLS);
  }, 600_000);

  async function shown(): Promise<string> {
    const { participation } = await home.ask<{ participation: { participating: number; counted: number } }>(
      '{ participation { participating counted } }',
    );
    return `${String(participation.participating)}/${String(participation.counted)}`;
  }
});
