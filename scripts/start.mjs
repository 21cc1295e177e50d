import './require-node.mjs';
import { openDataDirectory } from './data-directory.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { ensureDatabase } from './ensure-database.mjs';
import { takeLock } from './instance-lock.mjs';
import { portTaken, requirePort } from './ports.mjs';
import { Problem, remedyFor } from './problem.mjs';
import { createShutdown } from './shutdown.mjs';

/** Codes of the network, and of PostgreSQL refusing the user, the password or the database. */
const OUT_OF_REACH = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28000|28P01|3D000)$/;

const port = process.env.PORT || '3000';
const shutdown = createShutdown({ signalExitCode: 0, onSignal: () => console.log('\nEnding…') });

async function endWithFault(error) {
  if (shutdown.isEnding) return;
  console.error(explain(error));
  await shutdown.end(1);
}

/** One sentence with the remedy; only a fault of our own, which nobody but we can mend, shows where it happened. */
function explain(error) {
  if (error instanceof Problem || error?.name === 'ConfigurationError') return error.message;
  if (error?.code === 'EADDRINUSE') return portTaken(port).message;
  if (OUT_OF_REACH.test(error?.code))
    return `Can't use the PostgreSQL that DATABASE_URL names (${error.code}): start it, or correct DATABASE_URL.`;
  const remedy = remedyFor(`${error?.code} ${error?.message}`);
  if (remedy) return `Lienket had to stop: ${remedy} (${error.message}).`;
  return `Lienket had to stop by a fault of its own; please report what follows.\n${error?.stack ?? error}`;
}

async function usePostgres({ directory, serverUser }) {
  const postgres = await startEmbeddedPostgres({ directory, serverUser, shutdown, onGone: endWithFault });
  await ensureDatabase(postgres.url('postgres'), 'lienket');
  process.env.DATABASE_URL = postgres.url('lienket');
  process.env.LIENKET_DEMO ||= 'on';
}

async function start() {
  // A person reads this terminal; what happened to each request is for a log that somebody collects.
  process.env.LIENKET_LOG_LEVEL ||= 'warn';
  const embedded = process.env.DATABASE_URL ? undefined : openDataDirectory();
  if (embedded) {
    const release = takeLock(embedded.directory);
    shutdown.onEnd(release, { force: release });
  }
  await requirePort(port);
  await ensureDependencies({ shutdown });
  await ensureBuild({ shutdown });
  if (embedded) await usePostgres(embedded);
  const { serve } = await import('../dist/apps/api/src/serve.js');
  const app = await serve();
  shutdown.onEnd(() => app.close(), { limitMs: 6000 });
  console.log(`Lienket is ready: open ${app.url} (Ctrl-C ends it)`);
}

// Whoever read our output may go (npm start | head): that is no reason to stop serving.
process.stdout.on('error', () => {});
process.on('uncaughtException', endWithFault);
process.on('unhandledRejection', endWithFault);
start().catch(endWithFault);
