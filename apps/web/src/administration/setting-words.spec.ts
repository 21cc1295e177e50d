import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { settingWords } from './setting-words';

it('each environment variable that the README explains is explained in both languages', () => {
  const readme = readFileSync('README.md', 'utf8');
  const explained = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  // `npm start` reads it, and no process that answers.
  const read = explained.filter((name) => name !== 'LIENKET_DATA_DIR').sort();
  expect(read.length).toBeGreaterThan(0);
  expect(Object.keys(settingWords.vi).sort()).toEqual(read);
  expect(Object.keys(settingWords.en).sort()).toEqual(read);
});
