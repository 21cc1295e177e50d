// `npm run bench`: Lienket beside what else could do the same, in one run each: `-- page|allocate|bundles|ranking`, and the console by
// Lighthouse and by the clock: `-- console`; all without a name.
// Installs bench/package-lock.json at the first use. What it prints is what docs/benchmarks.md holds.
import '../scripts/require-node.mjs';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../scripts/ensure-build.mjs';
import { ensureDependencies } from '../scripts/ensure-dependencies.mjs';
import { Problem } from '../scripts/problem.mjs';
import { projectRoot } from '../scripts/project-root.mjs';
import { runQuietly } from '../scripts/run-quietly.mjs';
import { createShutdown } from '../scripts/shutdown.mjs';

const PARTS = ['page', 'allocate', 'bundles', 'ranking', 'console'];
const SCALES = ['0.1', '1', '3'];
const USAGE = `Say which: npm run bench -- ${PARTS.join('|')} (--scale ${SCALES.join('|')}, --keep the database for the next run)`;

const shutdown = createShutdown({ signalExitCode: 130, onSignal: () => console.log('\nEnding…') });

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { scale: { type: 'string', default: '0.1' }, keep: { type: 'boolean', default: false } },
    });
    if (!SCALES.includes(values.scale) || !positionals.every((part) => PARTS.includes(part))) throw new Problem(USAGE);
    return { ...values, parts: positionals.length > 0 ? positionals : PARTS };
  } catch (error) {
    throw new Problem(error instanceof Problem ? error.message : `${error.message.split('.')[0]}. ${USAGE}`);
  }
}

async function ensurePeers() {
  const folder = join(projectRoot, 'bench');
  const stampFile = join(folder, 'node_modules/.lienket-stamp');
  const stamp = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('Installing what bench/package-lock.json names; once, some 1 GB.');
  const args = ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'];
  const { exitCode, output } = await runQuietly('npm', args, { progress: 'installing', shutdown });
  if (exitCode !== 0) throw new Problem(`What bench/ needs could not be installed:\n${output.trim()}`);
  writeFileSync(stampFile, stamp);
}

async function run() {
  const options = readOptions();
  if (process.platform !== 'linux') throw new Problem('CPU is read from /proc: the bench runs on Linux only.');
  await ensureDependencies({ shutdown });
  await ensureBuild({ shutdown });
  await ensurePeers();
  for (const part of options.parts) {
    const { measure } = await import(`./${part}.mjs`);
    await measure({ ...options, shutdown });
  }
  await shutdown.end(0);
}

/** While all ends, whoever still talks to PostgreSQL may find it gone. */
async function endWithFault(error) {
  if (shutdown.isEnding) return;
  console.error(error instanceof Problem ? error.message : error);
  await shutdown.end(1);
}

process.on('uncaughtException', endWithFault);
process.on('unhandledRejection', endWithFault);
run().catch(endWithFault);
