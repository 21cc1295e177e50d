import { projectFile } from '@lienket/platform';
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ASSETS = projectFile('dist/web/assets');
const files = readdirSync(ASSETS);
const page = readFileSync(projectFile('dist/web/index.html'), 'utf8');
const kB = (bytes: number): number => bytes / 1000;
const gzipped = (name: string): number => statSync(join(ASSETS, `${name}.gz`)).size;
const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + gzipped(name), 0);

/** A chunk and all that it imports, which the browser fetches with it. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const code = readFileSync(join(ASSETS, name), 'utf8');
  for (const [, imported] of code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
    withImports(imported!, seen);
  return seen;
}

const shell = new Set([...page.matchAll(/\/assets\/([\w.-]+\.js)/g)].flatMap(([, name]) => [...withImports(name!)]));
const chunkOf = (name: string): string => files.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))!;
const without = (chunk: string, loaded: ReadonlySet<string>): number =>
  sum([...withImports(chunk)].filter((one) => !loaded.has(one)));
const route = (name: string): number => without(chunkOf(`${name}.page`), shell);

/** Of the first load, as it is sent. */
describe('what a phone must load first', () => {
  it('is at most 115 kB of script for what stands around every page', () => {
    expect(kB(sum(shell))).toBeLessThanOrEqual(115);
    expect(shell.size).toBeGreaterThan(0);
  });

  it('and at most 25 kB more to list produce or post a demand', () => {
    expect(kB(route('post'))).toBeLessThanOrEqual(25);
    expect(route('post')).toBeGreaterThan(0);
  });

  it('and at most 50 kB more to see the figures, and 11 kB for their map', () => {
    const figures = chunkOf('participation.page');
    expect(kB(route('participation'))).toBeLessThanOrEqual(50);
    const map = without(chunkOf('province-map'), new Set([...shell, ...withImports(figures)]));
    expect(kB(map)).toBeLessThanOrEqual(11);
    expect(map).toBeGreaterThan(5000);
  });

  it('of which a public page brings its first screen in at most 3 kB', () => {
    for (const name of ['home', 'participation'])
      expect(kB(statSync(projectFile(`dist/web/first/${name}.html.gz`)).size)).toBeLessThanOrEqual(3);
  });

  it('and at most 20 kB more to decide what waits for a manager, and 25 kB to attest a contract on paper', () => {
    expect(kB(route('desk'))).toBeLessThanOrEqual(20);
    expect(kB(route('attest'))).toBeLessThanOrEqual(25);
    expect(route('desk')).toBeGreaterThan(0);
  });

  it('and at most 16 kB more for a round of matching, beside the drawing of its map', () => {
    expect(kB(route('round'))).toBeLessThanOrEqual(16);
    expect(route('round')).toBeGreaterThan(0);
  });

  it('and at most 70 kB of fonts', () => {
    const fonts = files.filter((file) => file.endsWith('.woff2'));
    expect(fonts).toHaveLength(4);
    expect(kB(fonts.reduce((total, name) => total + statSync(join(ASSETS, name)).size, 0))).toBeLessThanOrEqual(70);
  });
});
