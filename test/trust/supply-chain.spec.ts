import { describe, expect, it } from '@jest/globals';
import { projectFile } from '@lienket/platform';
import { readFileSync } from 'node:fs';

const read = <T>(file: string): T => JSON.parse(readFileSync(projectFile(file), 'utf8')) as T;
interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: true;
  readonly optional?: true;
}

const project = read<{
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}>('package.json');
const locked = Object.entries(read<{ packages: Record<string, Locked> }>('package-lock.json').packages).filter(
  ([path]) => path !== '',
);

describe('what we depend on', () => {
  it('is asked for in exact versions', () => {
    const { dependencies, devDependencies, optionalDependencies } = project;
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('is locked by what it contains, not by where it came from', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('runs nothing when it is installed but what was looked at', () => {
    const names = locked.filter(([, its]) => its.hasInstallScript).map(([path]) => path.split('node_modules/').at(-1)!);
    const unsaid = names.filter((name) => !(name in project.allowScripts));
    expect([...new Set(unsaid)]).toEqual([]);
  });
});
