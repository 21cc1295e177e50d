import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canEnter, openDataDirectory } from './data-directory.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { endOrphan } from './embedded-postgres/postmaster.mjs';
import { ensureDatabase } from './ensure-database.mjs';
import { lockOwner, takeLock } from './instance-lock.mjs';
import { writing } from './problem.mjs';
import { projectRoot } from './project-root.mjs';
import { findRedis } from './redis.mjs';
import { processIdentity } from './running-process.mjs';

const PREFIX = 'lienket-test-';
const TEMPLATE = 'lienket_template';

/**
 * PostgreSQL with one migrated template, and Redis where there is one, in a directory that goes with the tests.
 * @returns {Promise<{ servers: Record<string, string>, directory: string }>} `servers`: how the tests find them, as environment variables
 */
export async function startTestServers(shutdown) {
  const home = temporaryHome();
  await removeLeftovers(home);
  const made = writing(home, () => mkdtempSync(join(home, PREFIX)));
  const remove = () => rmSync(made, { recursive: true, force: true, maxRetries: 3 });
  shutdown.onEnd(remove, { force: remove });
  const { directory, serverUser } = openDataDirectory(made);
  takeLock(directory);

  const postgres = await startEmbeddedPostgres({ directory, serverUser, durable: false, shutdown });
  await prepareTemplate(postgres);
  const redisUrl = await findRedis({ directory, shutdown });
  const servers = {
    LIENKET_TEST_POSTGRES: postgres.url('postgres'),
    LIENKET_TEST_TEMPLATE: TEMPLATE,
    ...(redisUrl ? { LIENKET_TEST_REDIS_URL: redisUrl } : {}),
  };
  return { servers, directory };
}

async function prepareTemplate(postgres) {
  const serverUrl = postgres.url('postgres');
  await ensureDatabase(serverUrl, TEMPLATE);
  const { migrateDatabase } = await import(pathToFileURL(join(projectRoot, 'dist/database/migrate.js')).href);
  await migrateDatabase({ DATABASE_URL: postgres.url(TEMPLATE) });
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  await client.end();
}

/** The system's folder for temporary files, unless root's server user can't enter it. */
function temporaryHome() {
  const home = tmpdir();
  return process.getuid?.() !== 0 || canEnter({ uid: 65534, gid: 65534 }, home) ? home : '/tmp';
}

/** A run that was killed can't clean up: the next one does. Only our own directories are looked at. */
async function removeLeftovers(home) {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = join(home, name);
    const age = Date.now() - statSync(directory).mtimeMs;
    if (statSync(directory).uid !== process.getuid?.() || lockOwner(directory) !== null || age < 60_000) continue;
    await endOrphan(join(directory, 'postgres'));
    endRedisOf(directory);
    rmSync(directory, { recursive: true, force: true });
  }
}

function endRedisOf(directory) {
  try {
    const { pid, identity } = JSON.parse(readFileSync(join(directory, 'redis.json'), 'utf8'));
    if (identity !== null && processIdentity(pid) === identity) process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
