import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drift, recountAll } from '@lienket/participation';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import sql from 'sql-template-tag';
import { Dice } from '../support/dice.js';
import { eventually } from '../support/eventually.js';
import { inShortOrLong, isLongForm } from '../support/fault-counts.js';
import { bookOf, importDesk } from '../support/import-desk.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { addPerson } from '../support/people.js';
import { freePort, LienketProcess } from '../support/processes.js';

const KILLS = inShortOrLong(1, 10);
const ROWS = 300;
const LARGE = inShortOrLong(2000, 50_000);
const MILLS = 50;
/** Beside what the process has before. */
const MEMORY_MAX_MB = 512;
const SOON_MS = 240_000;
const FARM_CODES = 3_000_000_000;
const MILL_CODES = 4_000_000_000;

let home: Lienket;
let desk: ReturnType<typeof importDesk>;
let manager: string;
let headings: string[];
let worker: LienketProcess;
let inTheWay: pg.Client;

beforeAll(async () => {
  // This one has no worker, so that every import, and what follows from it, is the killed one's.
  home = await startLienket({ LIENKET_ROLE: 'api' });
  desk = importDesk(home);
  manager = await addPerson(home, 'manager@example.vn', 'PROGRAM_MANAGER', ['92']);
  await addOrganizations(LARGE, FARM_CODES, 'COOPERATIVE', '92');
  await addOrganizations(MILLS, MILL_CODES, 'ENTERPRISE', '01');
  await home.owner.transaction((tx) => recountAll(tx));
  await home.owner.query(sql`analyze`);
  const [heading = []] = await desk.sheet('templates/linkages.xlsx');
  headings = heading.map(String);
  worker = new LienketProcess({ DATABASE_URL: home.config.DATABASE_URL, LIENKET_ROLE: 'worker' }, await freePort());
  await worker.start();
  inTheWay = new pg.Client({ connectionString: home.config.DATABASE_URL });
  await inTheWay.connect();
});
afterAll(async () => {
  await worker.stop();
  await inTheWay.end();
  await home.close();
});

async function addOrganizations(count: number, from: number, kind: string, province: string): Promise<void> {
  await home.owner.query(sql`
    with added as (
      insert into registry.organization (name, tax_code, chain_roles, created_at)
      select 'Tổ chức ' || code, code::text, '{PRODUCER}', now() from generate_series(${from}::bigint, ${from + count - 1}::bigint) as code
      returning id
    )
    insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural)
    select id, daterange('2020-01-01', null), 'ACTIVE', ${kind}, ${province}, true from added`);
}

/** One paper a cooperative, each with one of the same few mills. */
const papers = (count: number, archive: string) =>
  Array.from({ length: count }, (_, index) => {
    const cells: Record<string, string> = {
      'Hình thức liên kết': `F${String(1 + (index % 7))}`,
      'Bằng chứng': `HĐ ${String(index)}/2025/HĐLK, Phòng Kinh tế xã Tân Hưng Đông, ${archive}`,
      'Ngày ký trên giấy': `${String(1 + (index % 28)).padStart(2, '0')}/05/2025`,
      ...{ 'Từ ngày': '01/06/2025', 'Đến ngày': '31/05/2040' },
      'Mặt hàng': 'Lúa (thóc) tươi; Gạo trắng',
      'Bên chủ trì': '2',
      'Bên 1': String(FARM_CODES + index),
      'Tên bên 1': `Hợp tác xã nông nghiệp và dịch vụ tổng hợp số ${String(index)}`,
      'Vai trò bên 1': 'sản xuất',
      'Bên 2': String(MILL_CODES + (index % MILLS)),
      'Tên bên 2': `Công ty cổ phần chế biến lương thực số ${String(index % MILLS)}`,
      'Vai trò bên 2': 'chế biến; phân phối; xuất khẩu',
    };
    return headings.map((title) => cells[title] ?? '');
  });
async function send(count: number, archive: string): Promise<{ id: string; bytes: number }> {
  const book = await bookOf(headings, papers(count, archive));
  const answer = await desk.send('linkages', book, manager);
  if (answer.status !== 201) throw new Error(await answer.text());
  return { id: ((await answer.json()) as { id: string }).id, bytes: book.length };
}
/** Contracts of one archive, and all that has to be there for each. */
async function keptOf(archive: string): Promise<Record<string, number>> {
  const [row] = await home.owner.query<Record<string, number>>(sql`
    select count(*) as contracts, count(distinct number) as numbers,
      count(*) filter (where exists (select from contracts.contract_event event where event.contract_id = contract.id)) as histories,
      count(*) filter (where 2 = (select count(*) from contracts.contract_party party where party.contract_id = contract.id)) as pairs
    from contracts.contract where evidence like ${`%${archive}`}`);
  return row!;
}
const whole = (count: number) => ({ contracts: count, numbers: count, histories: count, pairs: count });
const outboxDepth = async () => {
  const [row] = await home.owner.query<{ count: number }>(sql`select count(*) from platform.outbox`);
  return row!.count;
};
const participating = async () => {
  const document =
    '{ it: participation(scope: { provinceCodes: ["92"] }, denominator: COOPERATIVES) { participating } }';
  return (await home.ask<{ it: { participating: number } }>(document)).it.participating;
};

describe('an import of linkages whose worker is killed', () => {
  it('when all are recorded, but the import isn’t ended, has left nothing, and is recorded once by the worker after', async () => {
    const { id } = await send(ROWS, 'tủ A');
    await inTheWay.query('begin');
    // Who knows whom is written last.
    await inTheWay.query('lock table registry.acquaintance in share row exclusive mode');
    const waits = async () =>
      (
        await home.owner.query(sql`
          select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ~ 'insert into registry.acquaintance'`)
      ).length > 0;
    expect(await eventually(waits, SOON_MS)).not.toBeNull();
    await worker.kill();
    await inTheWay.query('rollback');
    expect(await keptOf('tủ A')).toEqual(whole(0));
    expect(await outboxDepth()).toBe(0);
    await worker.start();
    expect(await desk.ended(manager, id)).toMatchObject({ status: 'IMPORTED', rowsDone: ROWS, rowsOf: ROWS });
    expect(await keptOf('tủ A')).toEqual(whole(ROWS));
    expect(await eventually(async () => (await participating()) === ROWS, SOON_MS)).not.toBeNull();
    expect(await drift(home.owner)).toBe(0);
  });

  it('at any moment is there whole or not at all, and in the end whole, with the share that a recount gives', async () => {
    const dice = Dice.thrown('linkages-imported');
    const found = { none: 0, whole: 0 };
    for (let kill = 1; kill < KILLS; kill += 1) {
      const archive = `tủ ${String(kill)}`;
      const { id } = await send(ROWS, archive);
      await sleep(dice.below(1500));
      await worker.kill();
      const kept = await keptOf(archive);
      expect([whole(0), whole(ROWS)]).toContainEqual(kept);
      found[kept.contracts === 0 ? 'none' : 'whole'] += 1;
      await worker.start();
      expect(await desk.ended(manager, id)).toMatchObject({ status: 'IMPORTED' });
      expect(await keptOf(archive)).toEqual(whole(ROWS));
    }
    expect(await eventually(async () => (await outboxDepth()) === 0, SOON_MS)).not.toBeNull();
    expect(await drift(home.owner)).toBe(0);
    console.info(
      `${String(KILLS)} kills: nothing there ${String(found.none + 1)}, all there ${String(found.whole)}, halves 0`,
    );
  }, 1_200_000);
});

it(`of ${String(LARGE)} linkages moves the share to what a recount gives, within the memory that the worker may have`, async () => {
  expect(await eventually(async () => (await outboxDepth()) === 0, SOON_MS)).not.toBeNull();
  const before = await worker.memoryMb();
  let [most, deepest] = [before, 0];
  const look = async () => {
    most = Math.max(most, await worker.memoryMb());
    const depth = await outboxDepth();
    deepest = Math.max(deepest, depth);
    return depth;
  };
  const { id, bytes } = await send(LARGE, 'tủ lớn');
  const sentAt = performance.now();
  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
  const seen = new Set<string>();
  for (;;) {
    const now = await desk.seen(manager, id);
    seen.add(`${now!.status} ${String(now!.rowsDone)}`);
    await look();
    if (!['QUEUED', 'CHECKING', 'SAVING'].includes(now!.status)) break;
    await sleep(100);
  }
  const imported = seconds(sentAt);
  const importedAt = performance.now();
  expect([...seen].at(-1)).toBe(`IMPORTED ${String(LARGE)}`);
  expect(await eventually(async () => (await look()) === 0, SOON_MS)).not.toBeNull();
  console.info(
    `${String(LARGE)} linkages on paper (${(bytes / 1e6).toFixed(1)} MB): imported ${imported} s after they were sent, counted and told ${seconds(importedAt)} s after that; ` +
      `announcements waiting at most ${String(deepest)}; progress seen ${String(seen.size)} times; memory of the worker ${String(before)} MB, at most ${String(most)} MB`,
  );
  expect(await keptOf('tủ lớn')).toEqual(whole(LARGE));
  expect(await participating()).toBe(LARGE);
  expect(await drift(home.owner)).toBe(0);
  if (isLongForm) expect(seen.size).toBeGreaterThan(4);
  expect(most - before).toBeLessThan(MEMORY_MAX_MB);
}, 600_000);
