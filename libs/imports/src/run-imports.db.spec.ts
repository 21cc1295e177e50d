import { contractsEntities, LINKAGES_FORM } from '@lienket/contracts';
import { addUser } from '@lienket/identity';
import { Database, excelBook, Log, urlOf, type Sheet } from '@lienket/platform';
import { RATINGS_FORM, REGISTER_FORM } from '@lienket/registry';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { eventually } from '../../../test/support/eventually.js';
import { sheetsOf } from '../../../test/support/excel-sheets.js';
import { createRegistryWorld, managerOf, type RegistryWorld } from '../../../test/support/registry-world.js';
import { CancelImport } from './cancel-import.js';
import type { ImportKindName, ImportStatus } from './import-status.js';
import { ImportReads, type ImportRow } from './import.reads.js';
import { ImportStore } from './import.store.js';
import { RunImports } from './run-imports.js';
import { StartImport } from './start-import.js';

const SOON_MS = 30_000;
const HEADINGS = {
  REGISTER: Object.values(REGISTER_FORM.columns).map(({ heading }) => heading),
  RATINGS: Object.values(RATINGS_FORM.columns).map(({ heading }) => heading),
  LINKAGES: Object.values(LINKAGES_FORM.columns).map(({ heading }) => heading),
};
const bookOf = async (kind: ImportKindName, rows: Sheet['rows']): Promise<Buffer> =>
  Buffer.concat((await excelBook([{ name: 'Sổ', heading: HEADINGS[kind], rows }]).toArray()) as Buffer[]);
const cooperative = (name: string, taxCode = '', province = 'Cần Thơ') => [
  'HTX',
  name,
  taxCode,
  province,
  ...['', '', '', 'sản xuất'],
];

let world: RegistryWorld;
let api: Database;
let worker: Database;
let manager: ReturnType<typeof managerOf>;
const store = new ImportStore();
let runs: RunImports;
beforeAll(async () => {
  world = await createRegistryWorld();
  api = await Database.connect(urlOf('lienket_api', world.config), 4, contractsEntities);
  worker = await Database.connect(urlOf('lienket_worker', world.config), 4, []);
  const userId = await world.database.transaction((tx) =>
    addUser(
      tx,
      { login: 'can-tho@test.vn', password: 'a long enough password', role: 'PROGRAM_MANAGER', provinceCodes: ['92'] },
      new Date(),
    ),
  );
  manager = { ...managerOf('92'), userId: userId! };
});
beforeEach(() => {
  runs = new RunImports(worker, api, store, world.clock, new Log('silent'));
});
afterEach(() => runs.beforeApplicationShutdown());
afterAll(async () => {
  await worker.close();
  await api.close();
  await world.close();
});

async function start(kind: ImportKindName, content: Buffer): Promise<string> {
  const started = await world.run(manager, (tx) =>
    new StartImport(world.clock, store).execute(tx, manager, { kind, fileName: 'sổ.xlsx', content }),
  );
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value;
}
const cancel = (id: string) => world.run(manager, (tx) => new CancelImport(store).execute(tx, manager, id));
const seen = async (id: string): Promise<ImportRow> =>
  (await new ImportReads(api).importById(manager, id, '2026-06-15'))!;
const becomes = async (id: string, ...statuses: ImportStatus[]): Promise<ImportRow> => {
  const there = await eventually(async () => statuses.includes((await seen(id)).status), SOON_MS);
  if (there === null) throw new Error(`It is ${(await seen(id)).status}.`);
  return seen(id);
};
const registered = async (like: string) => {
  const [row] = await world.database.query<{ count: number }>(
    sql`select count(*) from registry.organization where name like ${like}`,
  );
  return row!.count;
};
const filesLeft = async () => {
  const [row] = await world.database.query<{ count: number }>(sql`select count(*) from imports.import_file`);
  return row!.count;
};

describe('an import', () => {
  it('saves all rows at once, announces them, and keeps the file no longer', async () => {
    const id = await start('REGISTER', await bookOf('REGISTER', [cooperative('Lúa 1'), cooperative('Lúa 2')]));
    await runs.handle();
    expect(await becomes(id, 'IMPORTED')).toMatchObject({ rowsDone: 2, rowsOf: 2, rejectedCount: null });
    expect(await registered('Lúa%')).toBe(2);
    expect(await world.announced()).toHaveLength(2);
    expect(await eventually(async () => (await filesLeft()) === 0, SOON_MS)).not.toBeNull();
  });

  it('saves nothing when its last row is bad, and gives just that back', async () => {
    const rows = [
      ...Array.from({ length: 99 }, (_, n) => cooperative(`Sen ${String(n)}`)),
      cooperative('Sen xa', '', 'Hà Nội'),
    ];
    const id = await start('REGISTER', await bookOf('REGISTER', rows));
    await runs.handle();
    expect(await becomes(id, 'REJECTED')).toMatchObject({ rejectedCount: 1, rowsOf: 100 });
    expect(await registered('Sen%')).toBe(0);
    const file = await new ImportReads(api).rejectedFileOf(manager, id, '2026-06-15');
    const { 'Dòng bị từ chối': lines } = await sheetsOf(file!);
    expect(lines!.slice(1).map((line) => line.slice(0, 2))).toEqual([
      [101, 'Tỉnh, thành phố không thuộc các tỉnh, thành phố do bạn quản lý'],
    ]);
    const other = { ...manager, userId: '00000000-0000-7000-8000-00000000000c' };
    expect(await new ImportReads(api).rejectedFileOf(other, id, '2026-06-15')).toBeNull();
  });

  it.each([
    ['that is no book', () => Promise.resolve(Buffer.from('kind,name')), 'không phải là sổ Excel'],
    ['without rows', () => bookOf('REGISTER', []), 'không có dòng nào'],
    ['of another form', () => bookOf('RATINGS', [['1800000001', '', '', '2025', '80']]), 'cột không có trong mẫu'],
  ])('%s is unreadable, and says so in one sentence', async (_, make, sentence) => {
    const id = await start('REGISTER', await make());
    await runs.handle();
    const { faultVi } = await becomes(id, 'UNREADABLE');
    expect(faultVi).toContain(sentence);
  });

  it('cancelled while it is checked saves nothing, and once it is being saved can’t be cancelled any more', async () => {
    const waiting = await start('REGISTER', await bookOf('REGISTER', [cooperative('Cam')]));
    expect(await cancel(waiting)).toMatchObject({ ok: true });
    const begun = await start('REGISTER', await bookOf('REGISTER', [cooperative('Cam')]));
    const run = await store.beginNext(worker);
    expect(await store.beginSaving(worker, run!, 1)).toBe(true);
    expect(await cancel(begun)).toEqual({ ok: false, refusal: { code: 'INVALID_STATE', state: 'SAVING' } });
    await store.giveBack(worker, run!);
    expect(await cancel(begun)).toMatchObject({ ok: true });
    await runs.handle();
    await runs.beforeApplicationShutdown();
    expect(await registered('Cam')).toBe(0);
  });

  it('that its run has lost is saved once, by the run after it', async () => {
    const id = await start('REGISTER', await bookOf('REGISTER', [cooperative('Chè', '1900000001')]));
    const lost = await store.beginNext(worker);
    await world.database.query(sql`update imports.import set leased_until = now() - interval '1 second'`);
    await runs.handle();
    await becomes(id, 'IMPORTED');
    expect(await store.beginSaving(worker, lost!, 1)).toBe(false);
    expect(await registered('Chè')).toBe(1);
  });

  it('of a manager who is none any more fails', async () => {
    const id = await start('REGISTER', await bookOf('REGISTER', [cooperative('Dừa')]));
    await world.database.query(
      sql`update identity.app_user set role = 'TRADER', province_codes = '{}' where id = ${manager.userId}`,
    );
    await runs.handle();
    await becomes(id, 'FAILED');
    await world.database.query(
      sql`update identity.app_user set role = 'PROGRAM_MANAGER', province_codes = '{92}' where id = ${manager.userId}`,
    );
    expect(await registered('Dừa')).toBe(0);
  });

  it('whose tax code is taken between the check and the saving gives the row back', async () => {
    const id = await start(
      'REGISTER',
      await bookOf('REGISTER', [cooperative('Mía'), cooperative('Mía tím', '1900000002')]),
    );
    await world.database.transaction(async (tx) => {
      await tx.query(sql`
        insert into registry.organization (name, tax_code, chain_roles, high_tech, created_at)
        values ('Rival', '1900000002', '{PRODUCER}', false, now())`);
      await tx.query(sql`
        insert into registry.organization_profile (organization_id, valid, status, kind, province_code, agricultural)
        select id, daterange('2026-01-01', null), 'ACTIVE', 'COOPERATIVE', '01', true from registry.organization where name = 'Rival'`);
      await runs.handle();
      await becomes(id, 'SAVING');
    });
    await eventually(async () => {
      await world.database.query(
        sql`update imports.import set leased_until = now() where id = ${id} and status = 'SAVING'`,
      );
      await runs.handle();
      return (await seen(id)).status === 'REJECTED';
    }, SOON_MS);
    expect(await seen(id)).toMatchObject({ status: 'REJECTED', rejectedCount: 1 });
    expect(await registered('Mía%')).toBe(0);
  });
});

describe('ratings', () => {
  it('replace what a year has, by tax code or id, of rated kinds in the manager’s provinces alone', async () => {
    const mine = await world.organization({ taxCode: '1900000011' });
    const bare = await world.organization();
    const far = await world.organization({ taxCode: '1900000012', provinceCode: '01' });
    const group = await world.organization({ kind: 'COOPERATIVE_GROUP' });
    const good = [
      ['1900000011', '', 'HTX', { number: 2024 }, { number: 81.5 }],
      ['', bare, '', '2025', '50'],
    ];
    const id = await start('RATINGS', await bookOf('RATINGS', good));
    await runs.handle();
    await becomes(id, 'IMPORTED');
    const bad = [
      ...[
        ['', bare, '', '2025', '60'],
        ['', bare, '', '2025', '61'],
        ['', far, '', '2025', '60'],
      ],
      ...[
        ['1900000012', '', '', '2025', '60'],
        ['', group, '', '2025', '60'],
        ['1900000011', bare, '', '2025', '60'],
      ],
      ...[
        ['', mine, '', '2027', '60'],
        ['', mine, '', '2025', '101'],
        ['', '', '', '2025', ''],
        ['', mine, '', '2025', '99'],
      ],
    ];
    const second = await start('RATINGS', await bookOf('RATINGS', bad));
    await runs.handle();
    expect(await becomes(second, 'REJECTED')).toMatchObject({ rejectedCount: 10 });
    const { 'Dòng bị từ chối': lines } = await sheetsOf(
      (await new ImportReads(api).rejectedFileOf(manager, second, '2026-06-15'))!,
    );
    expect(lines!.slice(1).map(([line, reason]) => [line, reason])).toEqual([
      [2, 'Năm có nhiều lần trong tệp này'],
      [3, 'Năm có nhiều lần trong tệp này'],
      [4, 'Mã trong Lienket không phải của tổ chức nào do bạn quản lý'],
      [5, 'Mã số thuế không phải của tổ chức nào do bạn quản lý'],
      [6, 'Mã trong Lienket: chỉ hợp tác xã và liên hiệp được xếp loại'],
      [7, 'Mã số thuế là của tổ chức khác'],
      [8, 'Năm không nằm trong khoảng từ 1900 đến 2026'],
      [9, 'Điểm không nằm trong khoảng từ 0 đến 100'],
      [10, 'Mã số thuế còn trống; Điểm còn trống'],
      [11, 'Năm có nhiều lần trong tệp này'],
    ]);
    const rated = await world.database.query(sql`
      select organization_id as id, year, score::text, band from registry.rating where organization_id in (${mine}, ${bare}) order by year`);
    expect(rated).toEqual([
      { id: mine, year: 2024, score: expect.stringMatching(/^81.50?$/), band: 'GOOD' },
      { id: bare, year: 2025, score: expect.stringMatching(/^50(.00)?$/), band: 'AVERAGE' },
    ]);
  });
});

describe('linkages on paper', () => {
  it('are attested by who sent them, all or none, and a file sent again comes back whole', async () => {
    const farm = await world.organization({ taxCode: '1900000021' });
    await world.organization({ kind: 'ENTERPRISE', taxCode: '1900000022', provinceCode: '01' });
    const paper = (evidence: string, ...parties: string[]) => [
      ...['F3', evidence, '01/02/2026', '01/02/2026', '31/01/2027', 'paddy', '2'],
      ...[parties[0]!, 'HTX', 'sản xuất', parties[1]!, '', 'chế biến'],
    ];
    const good = [paper('HĐ 1', '1900000021', '1900000022'), paper('HĐ 2', farm, '1900000022')];
    const attested = () =>
      world.database.query(sql`
      select evidence, status, attested_by as by from contracts.contract where origin = 'ATTESTED' order by evidence`);

    const bad = await start('LINKAGES', await bookOf('LINKAGES', [...good, paper('HĐ 3', '1900000022', '1900000022')]));
    await runs.handle();
    await becomes(bad, 'REJECTED');
    expect(await attested()).toEqual([]);
    const id = await start('LINKAGES', await bookOf('LINKAGES', good));
    await runs.handle();
    expect(await becomes(id, 'IMPORTED')).toMatchObject({ rowsDone: 2, rowsOf: 2 });
    const by = manager.userId;
    expect(await attested()).toEqual(['HĐ 1', 'HĐ 2'].map((evidence) => ({ evidence, status: 'SIGNED', by })));
    const again = await start('LINKAGES', await bookOf('LINKAGES', good));
    await runs.handle();
    expect(await becomes(again, 'REJECTED')).toMatchObject({ rejectedCount: 2 });
    expect(await attested()).toHaveLength(2);
  });
});
