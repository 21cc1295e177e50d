import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

/** At any moment of an import; each costs the time after which a lost import is begun again. */
const KILLS = inShortOrLong(1, 20);
const ROWS = 300;
const LARGE = inShortOrLong(2000, 50_000);
/** Beside what the process has before. */
const MEMORY_MAX_MB = 512;
const SOON_MS = 120_000;

let home: Lienket;
let desk: ReturnType<typeof importDesk>;
let manager: string;
let headings: string[];
let worker: LienketProcess;
let inTheWay: pg.Client;
let alsoInTheWay: pg.Client;

beforeAll(async () => {
  // This one has no worker, so that every import is the killed one's.
  home = await startLienket({ LIENKET_ROLE: 'api' });
  desk = importDesk(home);
  manager = await addPerson(home, 'manager@example.vn', 'PROGRAM_MANAGER');
  const [heading = []] = await desk.sheet('templates/register.xlsx');
  headings = heading.map(String);
  worker = new LienketProcess({ DATABASE_URL: home.config.DATABASE_URL, LIENKET_ROLE: 'worker' }, await freePort());
  await worker.start();
  [inTheWay, alsoInTheWay] = [await another(), await another()];
});
afterAll(async () => {
  await worker.stop();
  await inTheWay.end();
  await alsoInTheWay.end();
  await home.close();
});

async function another(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: home.config.DATABASE_URL });
  await client.connect();
  return client;
}

/** With every column filled in. */
const register = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => {
    const cells: Record<string, string> = {
      'Loại hình': 'Hợp tác xã',
      'Tên tổ chức': `Hợp tác xã nông nghiệp và dịch vụ tổng hợp số ${String(from + index)}`,
      'Mã số thuế': String(2_000_000_000 + from + index),
      'Tỉnh, thành phố': index % 2 ? 'Cần Thơ' : 'Hà Nội',
      'Xã, phường': `Xã Tân Hưng Đông ${String(index % 700)}`,
      'Vĩ độ': (10 + (index % 1000) / 1000).toFixed(5),
      'Kinh độ': (105 + (index % 997) / 1000).toFixed(5),
      'Vai trò trong chuỗi': 'sản xuất; chế biến; phân phối',
      'Số thành viên': String(7 + (index % 500)),
      'Nông nghiệp': 'có',
      'Công nghệ cao': 'không',
      'Ngày đăng ký': `${String(1 + (index % 28)).padStart(2, '0')}/05/2021`,
      'Năm xếp loại': '2024',
      'Điểm xếp loại': String(index % 100),
      'Người liên hệ': `Nguyễn Thị Thanh Hương ${String(index % 3000)}`,
      'Điện thoại liên hệ': `09${String(10_000_000 + ((index * 7919) % 89_999_999))}`,
    };
    return headings.map((title) => cells[title] ?? '');
  });
async function send(count: number, from: number): Promise<{ id: string; bytes: number }> {
  const book = await bookOf(headings, register(count, from));
  const answer = await desk.send('register', book, manager);
  if (answer.status !== 201) throw new Error(await answer.text());
  return { id: ((await answer.json()) as { id: string }).id, bytes: book.length };
}
const countFrom = async (from: number) => {
  const [row] = await home.owner.query<{ count: number }>(
    sql`select count(*) from registry.organization where tax_code between ${String(2_000_000_000 + from)} and ${String(2_000_099_999 + from)}`,
  );
  return row!.count;
};
const runsOf = async (id: string) => {
  const [row] = await home.owner.query<{ run: number }>(sql`select run from imports.import where id = ${id}`);
  return row!.run;
};
const waits = async (statement: string) => {
  const [row] = await home.owner.query<{ waiting: boolean }>(sql`
    select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ~ ${statement}) as waiting`);
  return row!.waiting;
};

describe('an import whose worker is killed', () => {
  it('when all rows are written, but the import isn’t ended, has left nothing, and is saved once by the worker after', async () => {
    await inTheWay.query('begin');
    await inTheWay.query('lock table registry.rating in share row exclusive mode');
    const { id } = await send(ROWS, 0);
    expect(await eventually(() => waits('insert into registry.rating'), SOON_MS)).not.toBeNull();
    await alsoInTheWay.query('begin');
    await alsoInTheWay.query('select from imports.import where id = $1 for update', [id]);
    await inTheWay.query('rollback');
    expect(await eventually(() => waits(`set status = 'IMPORTED'`), SOON_MS)).not.toBeNull();
    await worker.kill();
    await alsoInTheWay.query('rollback');
    expect(await countFrom(0)).toBe(0);
    await worker.start();
    expect(await desk.ended(manager, id)).toMatchObject({ status: 'IMPORTED', rowsDone: ROWS, rowsOf: ROWS });
    expect([await countFrom(0), await runsOf(id)]).toEqual([ROWS, 2]);
  });

  it('at any moment is there whole or not at all, and in the end whole', async () => {
    const dice = Dice.thrown('imports-killed');
    const found = { none: 0, whole: 0 };
    for (let kill = 1; kill < KILLS; kill += 1) {
      const from = kill * 100_000;
      const { id } = await send(ROWS, from);
      await sleep(dice.below(1500));
      await worker.kill();
      const count = await countFrom(from);
      expect([0, ROWS]).toContain(count);
      found[count === 0 ? 'none' : 'whole'] += 1;
      await worker.start();
      expect(await desk.ended(manager, id)).toMatchObject({ status: 'IMPORTED' });
      expect(await countFrom(from)).toBe(ROWS);
    }
    console.info(
      `${String(KILLS)} kills: nothing there ${String(found.none + 1)}, all there ${String(found.whole)}, halves 0`,
    );
  }, 1_200_000);
});

it(`of ${String(LARGE)} rows says how far it is, within the memory that it may have`, async () => {
  const before = await worker.memoryMb();
  let most = before;
  const startedAt = performance.now();
  const { id, bytes } = await send(LARGE, 50_000_000);
  const sentAt = performance.now();
  const seen = new Set<string>();
  for (;;) {
    const now = await desk.seen(manager, id);
    seen.add(`${now!.status} ${String(now!.rowsDone)}`);
    most = Math.max(most, await worker.memoryMb());
    if (!['QUEUED', 'CHECKING', 'SAVING'].includes(now!.status)) break;
    await sleep(100);
  }
  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
  console.info(
    `a register of ${String(LARGE)} rows, every column filled in (${(bytes / 1e6).toFixed(1)} MB): imported ${seconds(sentAt)} s after it was sent (made and sent: ${((sentAt - startedAt) / 1000).toFixed(1)} s); ` +
      `progress seen ${String(seen.size)} times; memory of the worker ${String(before)} MB, at most ${String(most)} MB`,
  );
  expect([...seen].at(-1)).toBe(`IMPORTED ${String(LARGE)}`);
  if (isLongForm) expect(seen.size).toBeGreaterThan(4);
  expect(most - before).toBeLessThan(MEMORY_MAX_MB);
}, 300_000);
