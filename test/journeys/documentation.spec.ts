import { projectFile } from '@lienket/platform';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const read = (path: string) => readFileSync(projectFile(path), 'utf8');
const filesBelow = (folder: string, ending: string) =>
  readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

describe('the README', () => {
  const readme = read('README.md');

  it.each(filesBelow('test/tour', '.graphql'))('shows %s as it is', (path) => {
    expect(readme).toContain(`<!-- ${path} -->\n\`\`\`graphql\n${read(path)}\`\`\`\n`);
  });

  it.each(filesBelow('test/tour', '.graphql'))('tours with %s, which fits the schema', (path) => {
    expect(validate(buildSchema(read('schema.graphql')), parse(read(path)))).toEqual([]);
  });

  it('explains every environment variable that Lienket reads, and no other', () => {
    const readByLienket = [...read('libs/platform/src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
      ([, name]) => name,
    );
    const explained = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual([...readByLienket, 'LIENKET_DATA_DIR'].sort());
  });
});

describe('the documentation', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesBelow('docs', '.md')];

  it.each(pages)('refers in %s only to files that are there', (page) => {
    const targets = [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target);
    const missing = targets.filter(
      (target) => !target.includes(':') && !existsSync(projectFile(join(dirname(page), target))),
    );
    expect(missing).toEqual([]);
  });

  it('explains every column of a register, in their order', () => {
    const source = read('libs/registry/src/register-columns.ts');
    const entry = source.slice(source.indexOf('interface RegisterEntry'), source.indexOf('}\n'));
    const columns = [...entry.matchAll(/^ {2}readonly (\w+): /gm)].map(([, name]) => name);
    const explained = [...read('docs/register.md').matchAll(/^\| [*`].*? \|/gm)].flatMap(([cell]) =>
      [...cell.replace(/\(or .*\)/, '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(columns.length).toBeGreaterThan(0);
    expect(explained).toEqual(columns);
  });

  it('lists every decision', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/\((\d{4}-[\w-]+\.md)\)/g)].map(([, name]) => name);
    const there = readdirSync(projectFile('docs/decisions')).filter((name) => /^\d{4}-/.test(name));
    expect(listed.sort()).toEqual(there.sort());
  });
});

describe('the container image', () => {
  const dockerfile = read('docker/Dockerfile');
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
    sources.split(' '),
  );
  // What a stage before has built lies there under the same name.
  const ofLastStage = [
    ...dockerfile.slice(dockerfile.lastIndexOf('\nFROM ')).matchAll(/^COPY (?:--from=\S+ )?(.+) \S+$/gm),
  ].flatMap(([, sources = '']) => sources.split(' ').map((source) => source.replace('/lienket/', '')));

  it('copies only what is there, and what its ignore file lets through', () => {
    const letThrough = read('docker/Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    for (const path of copied) {
      expect(existsSync(projectFile(path))).toBe(true);
      expect(letThrough).toContain(`!${path.split('/')[0]}`);
    }
  });

  it('holds every file that is read while it runs', () => {
    const sources = ['apps', 'libs', 'database']
      .flatMap((folder) => filesBelow(folder, '.ts'))
      .filter((path) => !path.endsWith('.spec.ts'));
    const named = /projectFile\(['`]([^'`$]+)|'((?:apps|libs|database)\/[^'$]+\.(?:json|html|graphql|sql))'/g;
    const paths = sources.flatMap((path) =>
      [...read(path).matchAll(named)].map(([, first, second]) => first ?? second ?? ''),
    );
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) expect(ofLastStage.some((folder) => path.startsWith(folder))).toBe(true);
  });

  it('starts the entry that the build makes', () => {
    const [, entry = ''] = /^CMD \["node", "dist\/(.+)\.js"\]$/m.exec(dockerfile) ?? [];
    expect(existsSync(projectFile(`${entry}.ts`))).toBe(true);
  });
});
