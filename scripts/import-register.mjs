// `npm run import:register -- register.csv`: takes the organizations of a register into Lienket, running or not.
import './require-node.mjs';
import { accessSync, constants, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDataDirectory } from './data-directory.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { SUPERUSER } from './embedded-postgres/cluster.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDatabase } from './ensure-database.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { lockOwner, takeLock } from './instance-lock.mjs';
import { Problem, remedyFor } from './problem.mjs';
import { createShutdown } from './shutdown.mjs';

const PORT_LINE = 3;
const shutdown = createShutdown({ signalExitCode: 130, onSignal: () => console.log('\nEnding…') });

async function end(error) {
  if (shutdown.isEnding) return;
  const remedy = remedyFor(`${error?.code} ${error?.message}`);
  console.error(
    error instanceof Problem || error?.name === 'ConfigurationError'
      ? error.message
      : remedy
        ? `Nothing was imported: ${remedy} (${error.message}).`
        : error,
  );
  await shutdown.end(1);
}

/** Lienket's own server where it runs, else one of ours for as long as this takes. */
async function embeddedUrl() {
  const { directory, serverUser } = openDataDirectory();
  if (lockOwner(directory) !== null) return runningUrl(directory);
  const release = takeLock(directory);
  shutdown.onEnd(release, { force: release });
  const postgres = await startEmbeddedPostgres({ directory, serverUser, shutdown, onGone: end });
  await ensureDatabase(postgres.url('postgres'), 'lienket');
  return postgres.url('lienket');
}

function runningUrl(directory) {
  const port = readFileSync(join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[PORT_LINE];
  const password = readFileSync(join(directory, 'postgres.password'), 'utf8').trim();
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/lienket`;
}

function requireFile(path) {
  if (!path) throw new Problem('Name the file: npm run import:register -- register.csv');
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new Problem(`There is no file ${path} that can be read: name the register's CSV file.`);
  }
}

async function run() {
  const path = process.argv[2] && resolve(process.env.INIT_CWD ?? '.', process.argv[2]);
  requireFile(path);
  await ensureDependencies({ shutdown });
  await ensureBuild({ shutdown });
  process.env.DATABASE_URL ||= await embeddedUrl();
  const { main } = await import('../dist/apps/worker/src/import-register.js');
  const { ok, message } = await main(path);
  console[ok ? 'log' : 'error'](message);
  await shutdown.end(ok ? 0 : 1);
}

process.on('uncaughtException', end);
process.on('unhandledRejection', end);
run().catch(end);
