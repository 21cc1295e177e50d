import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { eventually } from '../support/eventually.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { SigningLoad } from '../support/signing-load.js';
import { SmallDisk } from '../support/small-disk.js';

const TIMES_FULL = 3;
const SIGNATURES_PER_TIME = 200;
const REFUSED_EACH_TIME = 40;
const WITHIN_MS = 30_000;

if (!SmallDisk.canBeMade)
  console.warn('SKIPPED: what a full disk does. It takes Linux and root, who may mount a small one.');

(SmallDisk.canBeMade ? describe : describe.skip)(
  'signatures while the disk of the tables is full again and again',
  () => {
    let disk: SmallDisk;
    let home: Lienket;
    let books: Bookkeeper;

    beforeAll(async () => {
      disk = await SmallDisk.make();
      home = await startLienket({ LIENKET_SIGNATURES_PER_MINUTE: '100000' }, undefined, disk);
      books = await Bookkeeper.of(disk.url);
    });

    afterAll(async () => {
      await books.close();
      await home.close();
      await disk.remove();
    });

    it('are UNAVAILABLE meanwhile, lose nothing acknowledged, and go on without a new start', async () => {
      const load = await SigningLoad.prepare(
        home,
        { database: home.owner, client: books.client },
        { faults: TIMES_FULL, perFault: SIGNATURES_PER_TIME },
      );
      const ready = async () => (await fetch(`${home.url}/health/ready`)).status;
      const unavailable = () => load.toldOtherwise.get('UNAVAILABLE') ?? 0;
      const readiness: number[] = [];
      const backMs: (number | null)[] = [];
      await load.run(home.url, TIMES_FULL, async () => {
        const before = unavailable();
        disk.fill();
        const isFull = async () => {
          disk.fill();
          return unavailable() >= before + REFUSED_EACH_TIME && (await ready()) === 503;
        };
        const fullMs = await eventually(isFull, WITHIN_MS);
        readiness.push(await ready());
        disk.free();
        if (fullMs === null) throw new Error('The disk never was full for anybody.');
        backMs.push(await eventually(async () => (await ready()) === 200, WITHIN_MS));
      });
      const settledMs = await eventually(
        async () => (await books.waitingAnnouncements()) === 0 && (await books.drift()) === 0,
        WITHIN_MS,
      );
      const lost = await books.unsignedOf(load.acknowledged);
      console.info(
        `acknowledged ${String(load.acknowledged.size)}, lost ${String(lost.length)}, full ${String(TIMES_FULL)} times, ready meanwhile ${readiness.join(', ')}, ` +
          `told ${JSON.stringify(Object.fromEntries(load.toldOtherwise))}, ready again after ${backMs.join(', ')} ms, slowest request ${String(load.slowestMs)} ms, ` +
          `settled after ${String(settledMs)} ms, faults ${JSON.stringify(await books.faults())}`,
      );
      expect(lost).toEqual([]);
      expect(await books.faults()).toEqual({});
      expect(readiness).toEqual(Array.from({ length: TIMES_FULL }, () => 503));
      expect(backMs).not.toContain(null);
      expect(settledMs).not.toBeNull();
      expect(load.slowestMs).toBeLessThan(10_000);
    }, 300_000);
  },
);
