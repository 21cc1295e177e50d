import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { pause, processIdentity } from './running-process.mjs';
import { runQuietly } from './run-quietly.mjs';

const APT_ENVIRONMENT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const APT_OPTIONS = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];

/**
 * The Redis that the tests may use: REDIS_URL, else a server of our own that ends with them, else none, said loudly.
 * @returns {Promise<string | null>} its address
 */
export async function findRedis({ directory, shutdown }) {
  if (process.env.REDIS_URL) return process.env.REDIS_URL;
  if ((await hasRedisServer()) || (await installRedisServer(shutdown))) return startRedis(directory, shutdown);
  const remedy = 'install redis-server, or set REDIS_URL';
  if (process.env.LIENKET_REQUIRE_REDIS === '1')
    throw new Problem(`There is no Redis, and LIENKET_REQUIRE_REDIS=1 wants one: ${remedy}.`);
  console.warn(`\n*** SKIPPED: there is no Redis, so the journey on Redis is NOT tested: ${remedy}. ***\n`);
  return null;
}

const hasRedisServer = async () => (await runQuietly('redis-server', ['--version'])).exitCode === 0;

async function installRedisServer(shutdown) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  const apt = (...args) =>
    runQuietly('apt-get', args, { env: APT_ENVIRONMENT, progress: 'installing redis-server', shutdown });
  const install = () => apt('install', ...APT_OPTIONS, 'redis-server');
  if ((await install()).exitCode !== 0) {
    await apt('update', '-q', '-o', 'DPkg::Lock::Timeout=120');
    await install();
  }
  return hasRedisServer();
}

async function startRedis(directory, shutdown) {
  const port = await freePort();
  const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory];
  // Not with the terminal's Ctrl-C, but when the tests have let go of it.
  const server = spawn('redis-server', args.map(String), { stdio: 'ignore', detached: true });
  const end = () => server.kill('SIGKILL');
  shutdown.onEnd(end, { force: end });
  writeFileSync(
    join(directory, 'redis.json'),
    JSON.stringify({ pid: server.pid, identity: processIdentity(server.pid) }),
  );
  for (let waitedMs = 0; !(await accepts(port)); waitedMs += 50) {
    if (server.exitCode !== null || waitedMs > 10_000)
      throw new Problem(`redis-server doesn't start on port ${port}: run it by hand and set REDIS_URL.`);
    await pause(50);
  }
  return `redis://127.0.0.1:${port}`;
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.end());
  });
}
