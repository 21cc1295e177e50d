import { join } from 'node:path';
import { postgresBinaries } from './embedded-postgres/binaries.mjs';
import { openCluster, SUPERUSER } from './embedded-postgres/cluster.mjs';
import { endOrphan, StartFailure, startPostmaster } from './embedded-postgres/postmaster.mjs';
import { freePort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { pause } from './running-process.mjs';

const RETRY_MS = 10_000;

/** For a small machine that runs everything at once. */
const SETTINGS = {
  shared_buffers: '256MB',
  max_connections: 60,
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

/** What dies with the tests may be lost with the power. */
const THROW_AWAY_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
};

/**
 * Starts the PostgreSQL of the registry package on a free port of 127.0.0.1, to end with `shutdown`. The caller holds the lock on
 * the directory. A server that dies by itself is started again on the same port; `onGone` is told when that fails.
 * @returns {Promise<{ url: (database: string) => string }>}
 */
export async function startEmbeddedPostgres({ directory, serverUser, durable = true, shutdown, onGone = () => {} }) {
  const native = postgresBinaries(serverUser);
  const { dataFolder, password } = await openCluster({ directory, serverUser, native, durable, shutdown });
  await endOrphan(dataFolder);

  const settings = durable ? SETTINGS : { ...SETTINGS, ...THROW_AWAY_SETTINGS };
  const place = { native, dataFolder, settings, serverUser, logFile: join(directory, 'postgres.log') };
  let current;
  let starting = startWithin(RETRY_MS, place);
  shutdown.onEnd(
    async () => {
      await starting.catch(() => {});
      if (current) await endServer(current.server);
    },
    // At once; the next start recovers from its log.
    { force: () => current?.server.kill('SIGQUIT') },
  );

  const keepAlive = (started) => {
    current = started;
    started.server.once('exit', (code, signal) => {
      if (shutdown.isEnding) return;
      console.error(`PostgreSQL ended by itself (${signal ?? `exit code ${code}`}) and is started again on its port.`);
      starting = startWithin(RETRY_MS, place, started.port).then(keepAlive, onGone);
    });
  };
  starting = starting.then(keepAlive);
  await starting;
  return { url: (database) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${current.port}/${database}` };
}

/** After kill -9 the folder stays in use for a moment; and a free port may be taken before we are there. */
async function startWithin(limitMs, place, fixedPort) {
  const until = Date.now() + limitMs;
  for (;;) {
    const port = fixedPort ?? (await freePort());
    try {
      return { port, server: await startPostmaster({ ...place, port }) };
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
      if (Date.now() > until) throw new Problem(error.message);
      await pause(250);
    }
  }
}

function endServer(server) {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}
