import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, businessDay } from '@lienket/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import sql from 'sql-template-tag';
import { backends } from '../support/backends.js';
import { addCrowd, type Member } from '../support/crowd.js';
import { Dice } from '../support/dice.js';
import { eventually } from '../support/eventually.js';
import { inShortOrLong, isLongForm } from '../support/fault-counts.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { addPerson } from '../support/people.js';
import { freePort, LienketProcess } from '../support/processes.js';
import { roundDesk } from '../support/round-desk.js';

/** At any moment of a round; each costs the time after which a lost round is begun again. */
const KILLS = inShortOrLong(1, 20);
const CARRIERS = isLongForm ? backends(5) : backends(5).slice(0, 1);
const PAIRS = 4;
const NOTICED_WITHIN_MS = 20_000;

describe.each(CARRIERS)('on $name, a round', ({ settings }) => {
  let home: Lienket;
  let desk: ReturnType<typeof roundDesk>;
  let manager: string;
  let worker: LienketProcess;
  let inTheWay: pg.Client;

  beforeAll(async () => {
    // This one has no worker, so that every round is the killed one's.
    home = await startLienket({ LIENKET_ROLE: 'api', ...settings });
    desk = roundDesk(home);
    manager = await addPerson(home, 'manager@example.vn', 'PROGRAM_MANAGER');
    const farms = await addCrowd(home.owner, 'COOPERATIVE', PAIRS, 'PRODUCER');
    const mills = await addCrowd(home.owner, 'ENTERPRISE', PAIRS, 'PROCESSOR');
    for (const farm of farms) await post('Listing', farm);
    for (const mill of mills) await post('Demand', mill);
    const environment = { ...settings, DATABASE_URL: home.config.DATABASE_URL, LIENKET_ROLE: 'worker' };
    worker = new LienketProcess(environment, await freePort());
    await worker.start();
    inTheWay = new pg.Client({ connectionString: home.config.DATABASE_URL });
    await inTheWay.connect();
  });

  afterEach(() => inTheWay.query('rollback'));
  afterAll(async () => {
    await worker.stop();
    await inTheWay.end();
    await home.close();
  });

  async function post(kind: 'Listing' | 'Demand', { token }: Member): Promise<void> {
    const today = businessDay(new Date());
    const content =
      kind === 'Listing'
        ? { availableFrom: today, availableTo: addDays(today, 60), askPriceVndPerKg: '14000' }
        : { deliverFrom: today, deliverTo: addDays(today, 60), maximumPriceVndPerKg: '15000' };
    const input = { commodityCode: 'milled_rice', quantityKg: '1000', ...content };
    await home.ask(`mutation ($input: ${kind}Input!) { create${kind}(input: $input) { id } }`, { input }, { token });
  }

  /** Until it is rolled back nobody can put a file of a round down: what stands before that in its transaction is written already. */
  const blockWriting = async () => {
    await inTheWay.query('begin');
    await inTheWay.query('lock table matching.round_file in share row exclusive mode');
  };
  const isWriting = async () => {
    const [row] = await home.owner.query<{ waiting: boolean }>(sql`
      select exists (select from pg_locks where not granted and relation = 'matching.round_file'::regclass) as waiting`);
    return row!.waiting;
  };
  const kept = async (id: string) => {
    const [row] = await home.owner.query<{
      status: string;
      allocations: number;
      kg: number;
      prices: number;
      files: number;
    }>(sql`
      select status, (select count(*) from matching.round_allocation where round_id = id) as allocations,
        (select coalesce(sum(quantity_kg), 0)::int from matching.round_allocation where round_id = id) as kg,
        (select count(*) from matching.round_shadow_price where round_id = id) as prices,
        (select count(*) from matching.round_file where round_id = id) as files
      from matching.round where id = ${id}`);
    return row!;
  };
  const WHOLE = { status: 'SOLVED', kg: PAIRS * 1000, prices: 1, files: 1 };
  const NOTHING = { allocations: 0, kg: 0, prices: 0, files: 0 };

  it('whose process is killed while it writes is run again, and nothing of it was half done', async () => {
    await blockWriting();
    const { id } = await desk.start(manager);
    expect(await eventually(isWriting, NOTICED_WITHIN_MS)).not.toBeNull();
    await worker.kill();
    expect(await kept(id)).toEqual({ status: 'RUNNING', ...NOTHING });
    await inTheWay.query('rollback');
    await worker.start();
    expect(await desk.ended(manager, id)).toBe('SOLVED');
    expect(await kept(id)).toMatchObject(WHOLE);
    const [round] = await home.owner.query<{ run: number }>(sql`select run from matching.round where id = ${id}`);
    expect(round!.run).toBe(2);
  });

  it('that is cancelled while it writes stays cancelled, and the next is run', async () => {
    await blockWriting();
    const { id } = await desk.start(manager);
    expect(await eventually(isWriting, NOTICED_WITHIN_MS)).not.toBeNull();
    expect(await desk.cancel(manager, id)).toMatchObject({ id, status: 'CANCELLED', stage: null });
    const { id: next } = await desk.start(manager);
    const isBegun = async () => (await desk.seen(manager, next))?.status === 'RUNNING';
    expect(await eventually(isBegun, NOTICED_WITHIN_MS)).not.toBeNull();
    await inTheWay.query('rollback');
    expect(await desk.ended(manager, next)).toBe('SOLVED');
    expect(await kept(id)).toEqual({ status: 'CANCELLED', ...NOTHING });
    expect(await kept(next)).toMatchObject(WHOLE);
  });

  it('that was cancelled is never overwritten by a result that comes at the same time', async () => {
    await blockWriting();
    const { id } = await desk.start(manager);
    expect(await eventually(isWriting, NOTICED_WITHIN_MS)).not.toBeNull();
    await desk.cancel(manager, id);
    // At once, before the run has noticed.
    await inTheWay.query('rollback');
    await sleep(1000);
    expect(await kept(id)).toEqual({ status: 'CANCELLED', ...NOTHING });
  });

  it('whose announcement was lost is found all the same', async () => {
    await worker.stop();
    const { id } = await desk.start(manager);
    await home.owner.query(sql`delete from platform.outbox`);
    await worker.start();
    expect(await desk.ended(manager, id)).toBe('SOLVED');
    expect(await kept(id)).toMatchObject(WHOLE);
  });

  it('whose process is killed at any moment ends solved, once', async () => {
    const dice = Dice.thrown('rounds killed');
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { id } = await desk.start(manager);
      await sleep(dice.below(2000));
      await worker.kill();
      await worker.start();
      expect(await desk.ended(manager, id)).toBe('SOLVED');
      expect(await kept(id)).toMatchObject(WHOLE);
    }
  }, 900_000);
});
