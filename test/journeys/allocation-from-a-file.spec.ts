import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectFile } from '@lienket/platform';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Ending {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const sound = {
  supplies: [
    { id: 'long-an-1', quantity: 4_000, group: 'an-binh' },
    { id: 'long-an-2', quantity: 2_500 },
  ],
  demands: [{ id: 'mill', quantity: 5_000, minimumLot: 1_000, maximumSuppliers: 2 }],
  arcs: [
    { supply: 'long-an-1', demand: 'mill', value: 300 },
    { supply: 'long-an-2', demand: 'mill', value: 400, minimumLot: 500 },
  ],
  groups: [{ id: 'an-binh', bonus: 1_000_000 }],
};

describe('npm run allocate', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lienket-allocate-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]): Promise<Ending> =>
    new Promise((resolve) => {
      execFile(process.execPath, [projectFile('scripts/allocate.mjs'), ...args], (error, stdout, stderr) =>
        resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  const answerTo = (text: string): Promise<Ending> => {
    const file = join(folder, 'problem.json');
    writeFileSync(file, text);
    return run(file);
  };

  it('writes the best plan and nothing else', async () => {
    const { exitCode, stdout, stderr } = await answerTo(JSON.stringify(sound));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      objective: 2_750_000,
      flows: [
        { supply: 'long-an-1', demand: 'mill', quantity: 2_500 },
        { supply: 'long-an-2', demand: 'mill', quantity: 2_500 },
      ],
    });
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual([
      'objective',
      'bound',
      'gap',
      'flows',
      'supplyPrices',
      'demandPrices',
    ]);
  });

  it('writes every digit of a sum beyond 2^53', async () => {
    const { stdout } = await answerTo(
      JSON.stringify({
        supplies: [{ id: 1, quantity: 999_999_999_999 }],
        demands: [{ id: 1, quantity: 1e12 }],
        arcs: [{ supply: 1, demand: 1, value: 999_999_999 }],
      }),
    );
    expect(stdout).toContain('"objective":999999998999000000001,"bound":999999998999000000001,"gap":0,');
  });

  it('refuses a broken problem with exit code 1 and one sentence', async () => {
    expect(await answerTo(JSON.stringify({ ...sound, demands: [] }))).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'arcs[0].demand: demands has no "mill".\n',
    });
  });

  it('says that a file is missing, or not named', async () => {
    expect(await run(join(folder, 'none.json'))).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: `The file ${join(folder, 'none.json')} can't be read: ENOENT.\n`,
    });
    expect(await run()).toMatchObject({ exitCode: 1, stdout: '' });
  });

  it('reads what docs/allocate.schema.json says', async () => {
    const { stdout } = await run('--schema');
    // Where it differs: npm run --silent allocate -- --schema > docs/allocate.schema.json
    expect(JSON.parse(readFileSync(projectFile('docs/allocate.schema.json'), 'utf8'))).toEqual(JSON.parse(stdout));
  });
});
