import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openDataDirectory } from '../scripts/data-directory.mjs';
import { startEmbeddedPostgres } from '../scripts/embedded-postgres.mjs';
import { ensureDatabase } from '../scripts/ensure-database.mjs';
import { takeLock } from '../scripts/instance-lock.mjs';
import { projectRoot } from '../scripts/project-root.mjs';

let opened;

/**
 * A PostgreSQL as `npm start` has it, with national data, in a folder that goes with the bench unless it is to be kept. Further parts
 * get the same.
 */
export async function nationalServer({ scale, keep, shutdown }) {
  opened ??= await open({ scale, keep, shutdown });
  return opened;
}

async function open({ scale, keep, shutdown }) {
  const { directory, serverUser } = openDataDirectory(join(projectRoot, '.lienket/bench'));
  const remove = () => keep || rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  const release = takeLock(directory);
  shutdown.onEnd(remove, { force: remove });
  shutdown.onEnd(release, { force: release });
  const postgres = await startEmbeddedPostgres({ directory, serverUser, shutdown });
  await ensureDatabase(postgres.url('postgres'), 'lienket');
  const { main } = await import('../dist/database/national/national-command.js');
  const { readConfig } = await import('../dist/libs/platform/src/config.js');
  const config = readConfig({ DATABASE_URL: postgres.url('lienket') });
  console.log((await main({ scale: Number(scale), again: false }, config)).message);
  const url = postgres.url(`lienket_national_${scale.replace('.', '_')}`);
  return {
    url,
    version: await versionOf(url),
    pid: Number(readFileSync(join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
  };
}

async function versionOf(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('show server_version');
  await client.end();
  return `PostgreSQL ${rows[0].server_version}`;
}
