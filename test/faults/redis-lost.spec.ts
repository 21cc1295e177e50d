import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { Dice } from '../support/dice.js';
import { eventually } from '../support/eventually.js';
import { ForgetfulRelay } from '../support/forgetful-relay.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { freePort, LienketProcess } from '../support/processes.js';
import { hasRedisServer, RedisServer } from '../support/redis-server.js';
import { SigningLoad } from '../support/signing-load.js';
import { startWorkerWith } from '../support/worker-house.js';

const LOSSES = 10;
const SIGNATURES_PER_LOSS = 60;
const SETTLED_WITHIN_MS = 30_000;
/** The planted one never settles: no need to wait for that long. */
const PATIENCE_MS = 4000;
const ENDS_WITHIN_MS = 10_000;
const CLIENTS = 8;
const SCHEDULES = [
  'contracts.record-lapsed',
  'imports.run-imports',
  'matching.run-rounds',
  'notices.send-emails',
  'notices.tell-due',
  'participation.prove',
  'platform.forget-old',
];

interface Struck {
  /** How long after each loss every effect was there, and the schedules; null where it took too long. */
  readonly settledMs: readonly (number | null)[];
  readonly scheduledMs: readonly (number | null)[];
  /** How many signatures were acknowledged during each. */
  readonly signedMeanwhile: readonly number[];
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
  readonly drift: number;
}

if (!hasRedisServer) console.warn('*** SKIPPED: there is no redis-server, so losing Redis is NOT tested. ***');

(hasRedisServer ? describe : describe.skip)('signatures while Redis', () => {
  let redis: RedisServer;
  let home: Lienket;
  let books: Bookkeeper;
  let dice: Dice;
  let api: LienketProcess;
  let environment: Record<string, string>;

  beforeAll(async () => {
    dice = Dice.thrown('Redis lost');
    redis = await RedisServer.start();
    home = await startLienket({ LIENKET_ROLE: 'api' });
    books = await Bookkeeper.of(home.config.DATABASE_URL);
    environment = {
      DATABASE_URL: home.config.DATABASE_URL,
      REDIS_URL: redis.url,
      LIENKET_SIGNATURES_PER_MINUTE: '100000',
    };
    api = new LienketProcess({ ...environment, LIENKET_ROLE: 'api' }, await freePort());
    await api.start();
  });

  afterAll(async () => {
    await api.stop();
    await books.close();
    await home.close();
    await redis.kill();
  });

  const losses: [string, () => Promise<void>][] = [
    ['is wiped', () => redis.wipe()],
    ['is killed and starts anew', () => absentFor(0)],
    ['is away for some seconds', () => absentFor(1000 + dice.below(3000))],
  ];

  it.each(losses)(
    '%s are acknowledged all the same, and their effects are there soon after',
    async (how, lose) => {
      const worker = new LienketProcess({ ...environment, LIENKET_ROLE: 'worker' }, await freePort());
      await worker.start();
      const struck = await sign(LOSSES, lose);
      expect([api.isRunning, worker.isRunning]).toEqual([true, true]);
      await worker.stop();
      tell(how, struck);
      expect(struck.settledMs).toHaveLength(LOSSES);
      expectNothingLost(struck);
      if (how === 'is away for some seconds') expect(struck.signedMeanwhile).not.toContain(0);
    },
    900_000,
  );

  it('is away when Lienket starts are acknowledged: it is ready, and takes jobs as soon as there is Redis', async () => {
    await redis.kill();
    const both = new LienketProcess(environment, await freePort());
    const worker = new LienketProcess({ ...environment, LIENKET_ROLE: 'worker' }, await freePort());
    await Promise.all([both.start(), worker.start()]);
    const struck = await sign(1, () => absentFor(1000), { door: both });
    expect([both.isRunning, worker.isRunning]).toEqual([true, true]);
    await Promise.all([both.stop(), worker.stop()]);
    tell('is away at the start', struck);
    expectNothingLost(struck);
    expect(struck.signedMeanwhile).not.toContain(0);
  }, 300_000);

  it('is away do not keep Lienket from ending', async () => {
    const both = new LienketProcess(environment, await freePort());
    await both.start();
    await redis.kill();
    const ended = await Promise.race([both.stop().then(() => true), sleep(ENDS_WITHIN_MS, false)]);
    await Promise.all([both.kill(), redis.start()]);
    expect(ended).toBe(true);
  });

  it('is away stay without effect where the relay announces once only', async () => {
    const worker = await startWorkerWith(ForgetfulRelay, environment);
    const struck = await sign(LOSSES, () => absentFor(1000 + dice.below(1000)), { settledWithinMs: PATIENCE_MS });
    await worker.stop();
    tell('planted: the relay announces once only', struck);
    // In the end it may all be there: whatever is announced once Redis is back takes with it what was forgotten.
    expect(struck.settledMs).toContain(null);
  }, 300_000);

  async function absentFor(milliseconds: number): Promise<void> {
    await redis.kill();
    await sleep(milliseconds);
    await redis.start();
  }

  /** Signs on and on, and loses Redis so often meanwhile. */
  async function sign(
    times: number,
    lose: () => Promise<void>,
    { door = api, settledWithinMs = SETTLED_WITHIN_MS } = {},
  ): Promise<Struck> {
    const load = await SigningLoad.prepare(
      home,
      { database: home.owner, client: books.client },
      { faults: times, perFault: SIGNATURES_PER_LOSS },
    );
    const [settledMs, scheduledMs, signedMeanwhile]: [(number | null)[], (number | null)[], number[]] = [[], [], []];
    await load.run(door.url, times, async () => {
      await sleep(dice.below(150));
      const before = load.acknowledged.size;
      await lose();
      signedMeanwhile.push(load.acknowledged.size - before);
      // So many are signed before the next loss, but for what each client has in hand.
      const due = (signedMeanwhile.length + 1) * SIGNATURES_PER_LOSS - CLIENTS;
      const [settled, scheduled] = await Promise.all([
        eventually(async () => load.acknowledged.size >= due && (await isSettled()), settledWithinMs),
        eventually(async () => String(await redis.schedules()) === String(SCHEDULES), settledWithinMs),
      ]);
      settledMs.push(settled);
      scheduledMs.push(scheduled);
    });
    await eventually(isSettled, settledWithinMs);
    return {
      settledMs,
      scheduledMs,
      signedMeanwhile,
      acknowledged: load.acknowledged.size,
      lost: await books.unsignedOf(load.acknowledged),
      faults: await books.faults(),
      drift: await books.drift(),
    };
  }

  async function isSettled(): Promise<boolean> {
    const { participation } = await home.ask<{ participation: { participating: number; counted: number } }>(
      '{ participation { participating counted } }',
    );
    const shown = `${String(participation.participating)}/${String(participation.counted)}`;
    return (
      (await books.waitingAnnouncements()) === 0 && (await books.drift()) === 0 && shown === (await books.figure())
    );
  }
});

function tell(how: string, { settledMs, scheduledMs, signedMeanwhile, acknowledged, lost, faults, drift }: Struck) {
  console.info(
    `${how}: acknowledged ${String(acknowledged)}, lost ${String(lost.length)}, drift ${String(drift)}, faults ${JSON.stringify(faults)}, ` +
      `signed meanwhile ${signedMeanwhile.join(', ')}, settled after ${settledMs.join(', ')} ms, schedules back after ${scheduledMs.join(', ')} ms`,
  );
}

function expectNothingLost({ settledMs, scheduledMs, lost, faults, drift }: Struck): void {
  expect({ lost, faults, drift }).toEqual({ lost: [], faults: {}, drift: 0 });
  expect(settledMs).not.toContain(null);
  expect(scheduledMs).not.toContain(null);
}
