import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig, type Config } from '@lienket/platform';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { main } from './import-register.js';

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

  it('says what to do with a file that is no register', async () => {
    const file = join(folder, 'other.csv');
    await writeFile(file, 'a,b\n1,2\n');
    expect(await main(file, config)).toEqual({
      ok: false,
      message: expect.stringContaining('these columns are unknown: a, b'),
    });
  });
});
