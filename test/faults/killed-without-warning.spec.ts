import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database } from '@lienket/platform';
import { drift, ParticipationReads } from '@lienket/participation';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { askOracle } from '../oracle/participation-oracle.js';
import { backends } from '../support/backends.js';
import { addCrowd, type Member } from '../support/crowd.js';
import { startLienket, type Answer, type Lienket } from '../support/lienket.js';
import { createLot, offerReadyToSign, SIGN } from '../support/offers.js';
import { freePort, LienketProcess } from '../support/processes.js';

const SIGNATURES = 500;
const CLIENTS = 8;
/** Slow enough for the killer to strike often. */
const PAUSE_MS = 500;
const LINE_KG = 1000;
const SETTLED_WITHIN_MS = 30_000;
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

describe.each(backends(2))('on $name, signatures while API and worker are killed again and again', ({ settings }) => {
  let home: Lienket;
  let database: Database;

  beforeAll(async () => {
    // This one only makes the world; it has no worker, so that all effects are the killed one's.
    home = await startLienket({
      LIENKET_ROLE: 'api',
      ...settings,
      LIENKET_OFFERS_PER_MINUTE: '100000',
      LIENKET_SIGNATURES_PER_MINUTE: '100000',
    });
    database = home.owner;
  });

  afterAll(() => home.close());

  it('loses no acknowledged one, does none twice, and ends with the right figure', async () => {
    console.info(`seed ${String(seed)}`);
    const world = await prepare();
    const environment = {
      ...settings,
      DATABASE_URL: home.config.DATABASE_URL,
      LIENKET_SIGNATURES_PER_MINUTE: '100000',
    };
    const api = new LienketProcess({ ...environment, LIENKET_ROLE: 'api' }, await freePort());
    const worker = new LienketProcess({ ...environment, LIENKET_ROLE: 'worker' }, await freePort());
    await Promise.all([api.start(), worker.start()]);

    const acknowledged = new Set<string>();
    const killing = killAgainAndAgain([api, worker], () => acknowledged.size >= SIGNATURES);
    const wishes = [...world.contracts];
    await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        for (let id = wishes.pop(); id !== undefined; id = wishes.pop()) {
          await signUntilAnswered(api.port, id, world.buyer.token);
          acknowledged.add(id);
          await sleep(PAUSE_MS);
        }
      }),
    );
    await killing;

    const from = Date.now();
    const settled = await eventually(async () => (await pending()) === 0 && (await drift(database)) === 0);
    const settledMs = Date.now() - from;
    await Promise.all([api.stop(), worker.stop()]);

    const [found] = await database.query<{ signed: number; twice: number; wrongHold: number }>(sql`
      select
        (select count(*) from contracts.contract where status = 'SIGNED' and id = any(${[...acknowledged]}::uuid[])) as signed,
        (select count(*) from (select contract_id from contracts.contract_event where type = 'SIGNED' group by contract_id having count(*) > 1) doubled) as twice,
        (select count(*) from market.listing where held_kg <> (select coalesce(sum(line.quantity_kg), 0) from contracts.contract_line line
          join contracts.contract on contract.id = line.contract_id and contract.status = 'SIGNED' where line.listing_id = listing.id)) as "wrongHold"`);
    const figure = await figureNow();
    console.info(
      `acknowledged ${String(acknowledged.size)}, signed of them ${String(found?.signed)}, signed twice ${String(found?.twice)}, lots held wrongly ${String(found?.wrongHold)}, ` +
        `kills of API ${String(api.kills)}, of worker ${String(worker.kills)}, settled after ${String(settledMs)} ms, figure ${figure.ours} (oracle ${figure.oracles})`,
    );
    expect(found).toEqual({ signed: SIGNATURES, twice: 0, wrongHold: 0 });
    expect(settled).toBe(true);
    expect(figure.ours).toBe(figure.oracles);
    expect(figure.ours).toBe(`${String(SIGNATURES)}/${String(SIGNATURES)}`);
    expect(api.kills + worker.kills).toBeGreaterThan(5);
  }, 600_000);

  async function prepare(): Promise<{ buyer: Member; contracts: string[] }> {
    const [buyer] = await addCrowd(database, 'ENTERPRISE', 1, 'PROCESSOR');
    const suppliers = await addCrowd(database, 'COOPERATIVE', SIGNATURES, 'PRODUCER');
    if (!buyer) throw new Error('Nobody buys.');
    const contracts: string[] = [];
    // Each links an organization of its own, so that not one lost effect is covered up by another's.
    for (const supplier of suppliers) {
      const lot = await createLot(home, supplier, String(LINE_KG));
      contracts.push(await offerReadyToSign(home, supplier, buyer, [{ listingId: lot, quantityKg: String(LINE_KG) }]));
    }
    return { buyer, contracts };
  }

  async function pending(): Promise<number> {
    const [row] = await database.query<{ count: number }>(sql`select count(*) as count from platform.outbox`);
    return row?.count ?? 0;
  }

  async function figureNow() {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const rate = await home.part(ParticipationReads).rate(null, today, today, {});
    if (!rate.ok) throw new Error('No figure.');
    const client = new pg.Client({ connectionString: home.config.DATABASE_URL });
    await client.connect();
    const oracle = await askOracle(client, {
      day: today,
      denominator: 'ALL',
      provinceCodes: null,
      kinds: null,
      commodityCodes: null,
    });
    await client.end();
    return {
      ours: `${String(rate.value.participating)}/${String(rate.value.counted)}`,
      oracles: `${String(oracle.participating)}/${String(oracle.counted)}`,
    };
  }
});

/** Asks with the same key until there is an answer: a broken connection or a restart says nothing about the outcome. */
async function signUntilAnswered(port: number, id: string, token: string): Promise<void> {
  for (;;) {
    const answer = await trySigning(port, id, token);
    const code = answer?.errors?.[0]?.extensions.code;
    if (answer && code === undefined) return;
    if (code !== undefined && !['UNAVAILABLE', 'OUTCOME_UNKNOWN', 'CONFLICT'].includes(code))
      throw new Error(`Refused: ${code}`);
    await sleep(50);
  }
}

async function trySigning(port: number, id: string, token: string): Promise<Answer | null> {
  try {
    const response = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': id },
      body: JSON.stringify({ query: SIGN, variables: { id } }),
      signal: AbortSignal.timeout(10_000),
    });
    return (await response.json()) as Answer;
  } catch {
    return null; // killed in the middle: asked again with the same key
  }
}

async function killAgainAndAgain(processes: readonly LienketProcess[], isOver: () => boolean): Promise<void> {
  const random = mulberry32(seed);
  while (!isOver()) {
    await sleep(300 + random() * 900);
    const victim = processes[Math.floor(random() * processes.length)];
    await victim?.kill();
    await victim?.start();
  }
}

function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function eventually(isSo: () => Promise<boolean>): Promise<boolean> {
  const giveUpAt = Date.now() + SETTLED_WITHIN_MS;
  while (Date.now() < giveUpAt) {
    if (await isSo()) return true;
    await sleep(100);
  }
  return false;
}
