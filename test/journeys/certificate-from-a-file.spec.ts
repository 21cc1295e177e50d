import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roundFileText, solveRound } from '@lienket/matching';
import { projectFile } from '@lienket/platform';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dice } from '../support/dice.js';
import { randomBook } from '../support/round-books.js';

describe('npm run certify', () => {
  const book = randomBook(Dice.thrown('a certified file'), 'several commodities');
  const plan = solveRound(book, () => undefined);
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lienket-certify-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) =>
    new Promise<{ exitCode: number; stdout: string; stderr: string }>((resolve) => {
      execFile(process.execPath, [projectFile('scripts/certify.mjs'), ...args], (error, stdout, stderr) =>
        resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  const certify = (text: string) => {
    const file = join(folder, 'round.json');
    writeFileSync(file, text);
    return run(file);
  };

  it('says in words and in JSON that a round is what it says', async () => {
    const { exitCode, stdout, stderr } = await certify(roundFileText(book, plan));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('The round is what it says.\n');
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1)!)).toMatchObject({
      feasible: true,
      blockingPairs: 0,
      faults: [],
    });
  });

  it('ends with 1 and each fault where it is not', async () => {
    const { exitCode, stdout } = await certify(roundFileText(book, { ...plan, objectiveVnd: plan.objectiveVnd + 1n }));
    expect(exitCode).toBe(1);
    expect(stdout).toContain('The round is not what it says:\nThe plan is worth ');
  });

  it('says of a file that it can not use where it is broken, in one sentence', async () => {
    const { exitCode, stdout, stderr } = await certify(roundFileText(book, plan).replace('lienket-round/1', 'other'));
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^format: .*\.\n$/);
  });

  it('asks for a file', async () => {
    const { exitCode, stderr } = await run();
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: 'Name the file: npm run --silent certify -- round.json\n',
    });
  });
});
