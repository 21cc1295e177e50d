// Commands of an operator: they work on Lienket's own database, running or not, or on that of DATABASE_URL.
import './require-node.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
        ? `Nothing was done: ${remedy} (${error.message}).`
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

/**
 * Sets up, finds the database, says what came of the work and ends.
 * @param {() => Promise<{ ok: boolean, message: string }>} work
 */
export async function operate(work, check = () => {}) {
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  try {
    check();
    await ensureDependencies({ shutdown });
    await ensureBuild({ shutdown });
    process.env.DATABASE_URL ||= await embeddedUrl();
    const { ok, message } = await work();
    console[ok ? 'log' : 'error'](message);
    await shutdown.end(ok ? 0 : 1);
  } catch (error) {
    await end(error);
  }
}
