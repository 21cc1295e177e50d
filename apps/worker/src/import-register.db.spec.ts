import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { excelBook, readConfig, type Config } from '@lienket/platform';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { sheetsOf } from '../../../test/support/excel-sheets.js';
import { inShortOrLong } from '../../../test/support/fault-counts.js';
import { main, writeTemplate } from './import-register.js';

let database: TestDatabase;
let config: Config;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  config = readConfig({ DATABASE_URL: database.url });
  folder = await mkdtemp(join(tmpdir(), 'lienket-register-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

describe('npm run import:register', () => {
  it('leaves the bad rows and their reasons beside the file until it is mended', async () => {
    const [file, rejected] = [join(folder, 'register.csv'), join(folder, 'register.rejected.csv')];
    await writeFile(file, 'kind,name,provinceCode,chainRoles\nHTX,Một,92,PRODUCER\nHTX,Hai,?,PRODUCER\n');
    expect(await main(file, config)).toEqual({
      ok: false,
      message: expect.stringContaining(`taken: 1. Mend what ${rejected} says`),
    });
    expect(await readFile(rejected, 'utf8')).toContain('3,"provinceCode is no province');
    await writeFile(file, 'kind,name,provinceCode,chainRoles\nHTX,Một,92,PRODUCER\nHTX,Hai,01,PRODUCER\n');
    expect(await main(file, config)).toEqual({ ok: true, message: '2 organizations imported.' });
    expect(existsSync(rejected)).toBe(false);
  });

  it('does the same for a book of Excel, which may begin as the template', async () => {
    const [template, file, rejected] = ['mẫu.xlsx', 'sổ.xlsx', 'sổ.rejected.xlsx'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    expect(await writeTemplate(template)).toMatchObject({ ok: true });
    expect(await writeTemplate(template)).toMatchObject({ ok: false });
    const heading = (await sheetsOf(await readFile(template)))['Sổ đăng ký']![0]!.map(String);
    const write = (...rows: string[][]) => writeFile(file, excelBook([{ name: 'Sổ', heading, rows }]));
    await write(['HTX', 'Ba', '', 'Hà Nội', '', '', '', 'sản xuất'], ['HTX', 'Bốn', '', '?', '', '', '', 'sản xuất']);
    expect(await main(file, config)).toEqual({
      ok: false,
      message: expect.stringContaining(`Mend what ${rejected} says`),
    });
    const [, ...lines] = (await sheetsOf(await readFile(rejected)))['Dòng bị từ chối']!;
    expect(lines.map((line) => [line[0], line[3]])).toEqual([[3, 'Bốn']]);
    await write(['HTX', 'Ba', '', 'Hà Nội', '', '', '', 'sản xuất'], ['HTX', 'Bốn', '', '01', '', '', '', 'sản xuất']);
    expect(await main(file, config)).toEqual({ ok: true, message: '2 organizations imported.' });
    expect(existsSync(rejected)).toBe(false);
    await writeFile(file, 'no book');
    expect(await main(file, config)).toMatchObject({
      ok: false,
      message: expect.stringContaining('không phải là sổ Excel'),
    });
  });

  it('takes a whole register of Excel, and says how long that took', async () => {
    const size = inShortOrLong(2000, 50_000);
    const file = join(folder, 'whole.xlsx');
    const heading = [
      'kind',
      'name',
      'taxCode',
      'provinceCode',
      'chainRoles',
      'registeredOn',
      'ratingYear',
      'ratingScore',
    ];
    const rows = Array.from({ length: size }, (_, n) => [
      'HTX',
      `Hợp tác xã số ${n}`,
      String(2_000_000_000 + n),
      n % 2 ? '92' : 'Hà Nội',
      'PRODUCER;PROCESSOR',
      '2022-05-01',
      '2025',
      String(n % 100),
    ]);
    await writeFile(file, excelBook([{ name: 'Sổ', heading, rows }]));
    const startedAt = performance.now();
    expect(await main(file, config)).toEqual({ ok: true, message: `${size} organizations imported.` });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const megabytes = ((await stat(file)).size / 1e6).toFixed(1);
    console.info(`a register of ${size} rows in Excel (${megabytes} MB): imported in ${seconds} s`);
  });

  it('says what to do with a file that is no register', async () => {
    const file = join(folder, 'other.csv');
    await writeFile(file, 'a,b\n1,2\n');
    expect(await main(file, config)).toEqual({
      ok: false,
      message: expect.stringContaining('these columns are unknown: a, b'),
    });
  });
});
