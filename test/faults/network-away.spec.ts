import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { urlOf } from '@lienket/platform';
import { connect } from 'node:net';
import { Bookkeeper } from '../oracle/bookkeeper.js';
import { addCrowd, type Member } from '../support/crowd.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { offerReadyToSign, SIGN } from '../support/offers.js';
import { PostgresWire } from '../support/postgres-wire.js';

const ME = '{ me { id } }';
const FIGURE = '{ participation { rate } }';

const REQUEST_MAX_MS = 10_000;
const BACK_WITHIN_MS = 30_000;

describe('while the network to PostgreSQL', () => {
  let database: TestDatabase;
  let wires: Record<'api' | 'worker', PostgresWire>;
  let lienket: Lienket;
  let supplier: Member;
  let buyer: Member;
  let contracts: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    const address = { DATABASE_URL: database.url };
    wires = {
      api: await PostgresWire.to(urlOf('lienket_api', address), () => 0.4),
      worker: await PostgresWire.to(urlOf('lienket_worker', address)),
    };
    const settings = { LIENKET_API_DATABASE_URL: wires.api.url, LIENKET_WORKER_DATABASE_URL: wires.worker.url };
    lienket = await startLienket(settings, undefined, database);
    [supplier] = (await addCrowd(lienket.owner, 'COOPERATIVE', 1, 'PRODUCER')) as [Member];
    [buyer] = (await addCrowd(lienket.owner, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
    contracts = [];
    for (let count = 0; count < 2; count += 1)
      contracts.push(await offerReadyToSign(lienket, supplier, buyer, [{ listingId: null, quantityKg: '1' }]));
  });

  afterAll(async () => {
    await lienket.close();
    await Promise.all(Object.values(wires).map((wire) => wire.close()));
    await database.drop();
  });

  it('is a black hole, everybody is told UNAVAILABLE within 10 s, and all goes on by itself afterwards', async () => {
    for (const wire of Object.values(wires)) wire.becomeBlackHole();
    // More than there are connections: who waits for one waits no longer than who has one.
    const asked = Array.from({ length: 40 }, (_, index) =>
      timed(async () => {
        const question = index % 2 === 0 ? ME : FIGURE;
        return (await lienket.send(question, {}, index % 4 === 0 ? buyer : {})).errors?.[0]?.extensions.code;
      }),
    );
    asked.push(
      timed(async () => (await lienket.send(SIGN, { id: contracts[0] }, buyer)).errors?.[0]?.extensions.code),
      timed(async () => ((await fetch(`${lienket.url}/health/ready`)).status === 503 ? 'UNAVAILABLE' : 'READY')),
    );
    const answers = await Promise.all(asked);
    // Who asks who they are without a session needs no database.
    const codes = new Set(answers.map(({ answer }) => answer ?? 'NONE NEEDED'));
    expect(codes).toEqual(new Set(['UNAVAILABLE', 'NONE NEEDED']));
    const slowestMs = Math.max(...answers.map(({ ms }) => ms));

    for (const wire of Object.values(wires)) wire.mend();
    const signedMs = await eventually(
      async () => (await lienket.send(SIGN, { id: contracts[0] }, buyer)).data !== null,
      BACK_WITHIN_MS,
    );
    const books = await Bookkeeper.of(database.url);
    const countedMs = await eventually(
      async () => (await books.waitingAnnouncements()) === 0 && (await books.drift()) === 0,
      BACK_WITHIN_MS,
    );
    await books.close();
    console.info(
      `black hole: ${String(answers.length)} requests, slowest ${String(slowestMs)} ms; ` +
        `signed again after ${String(signedMs)} ms, counted ${String(countedMs)} ms later`,
    );
    expect(slowestMs).toBeLessThan(REQUEST_MAX_MS);
    expect(signedMs).not.toBeNull();
    expect(countedMs).not.toBeNull();
  });

  it('takes its time over every word, a signature is given up before 10 s, and its key tells what became of it', async () => {
    wires.api.judge = () => 'LATE';
    const asking = { ...buyer, key: 'slowly' };
    const { answer, ms } = await timed(() => lienket.send(SIGN, { id: contracts[1] }, asking));
    wires.api.judge = () => 'PASSES';
    console.info(`0.8 s each way: ${JSON.stringify(answer)} after ${String(ms)} ms`);
    expect(ms).toBeLessThan(REQUEST_MAX_MS);
    // Which of the two depends on whether its connection has planned the statements before: that makes fewer words.
    const code = answer.errors?.[0]?.extensions.code;
    expect(['OUTCOME_UNKNOWN', 'UNAVAILABLE']).toContain(code);
    const books = await Bookkeeper.of(database.url);
    if (code === 'UNAVAILABLE') expect(await books.unsignedOf([contracts[1]!])).toHaveLength(1);
    await books.close();
    const toldMs = await eventually(
      async () => (await lienket.send(SIGN, { id: contracts[1] }, asking)).data !== null,
      BACK_WITHIN_MS,
    );
    expect(toldMs).not.toBeNull();
  });

  it('is well, a client that never ends its headers or its body is not waited for', async () => {
    const headers = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\n';
    const beginnings = [
      `${headers}x-slow: `,
      `${headers}content-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
    ];
    const waits = await Promise.all(beginnings.map((beginning) => timed(() => drip(lienket.url, beginning))));
    expect(Math.max(...waits.map(({ ms }) => ms))).toBeLessThan(REQUEST_MAX_MS);
  });
});

/** Says one thing, and then a little each second, until it is answered or sent away. */
function drip(url: string, beginning: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((over) => {
    const socket = connect(Number(port), hostname, () => socket.write(beginning));
    const dripping = setInterval(() => socket.write(' '), 1000);
    socket
      .on('error', () => undefined)
      .on('data', () => socket.end())
      .on('close', () => {
        clearInterval(dripping);
        over();
      });
  });
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly ms: number }> {
  const from = Date.now();
  const answer = await work();
  return { answer, ms: Date.now() - from };
}
