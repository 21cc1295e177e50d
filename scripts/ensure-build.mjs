import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, remedyFor, writing } from './problem.mjs';
import { projectRoot } from './project-root.mjs';
import { runQuietly } from './run-quietly.mjs';

const SOURCE_FOLDERS = ['apps', 'libs', 'database'];
const SETTINGS = [
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'schema.graphql',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** The API first, which empties dist/; then the console into it. */
const BUILDS = [
  ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api'],
  ['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/web/vite.config.ts'],
];

const distFolder = join(projectRoot, 'dist');
const stampFile = join(distFolder, '.lienket-stamp');

/** Builds dist/ unless it was built from exactly these sources. The stamp is written last, so half a build is never trusted. */
export async function ensureBuild({ shutdown } = {}) {
  const stamp = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  writing(distFolder, () => rmSync(distFolder, { recursive: true, force: true }));
  const startedAt = Date.now();
  for (const [script, ...args] of BUILDS) {
    const { exitCode, output } = await runQuietly(process.execPath, [join(projectRoot, script), ...args], {
      progress: 'building',
      shutdown,
    });
    if (exitCode !== 0) throw failed(output);
  }
  writing(stampFile, () => writeFileSync(stampFile, stamp));
  console.log(`built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

function failed(output) {
  const remedy = /error TS\d+/.test(output) ? undefined : remedyFor(output);
  return new Problem(
    remedy
      ? `Can't build into ${distFolder}: ${remedy}.`
      : `The build failed: mend what the compiler says here and try again.\n${output.trim()}`,
  );
}

function sourceStamp() {
  const digest = createHash('sha256');
  const files = SOURCE_FOLDERS.flatMap((folder) => sourceFiles(folder));
  for (const file of [...files.sort(), ...SETTINGS]) {
    digest
      .update(`${file}\0`)
      .update(readFileSync(join(projectRoot, file)))
      .update('\0');
  }
  return digest.digest('hex');
}

function sourceFiles(folder) {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourceFiles(path);
    return entry.isFile() && !path.endsWith('.spec.ts') ? [path] : [];
  });
}
