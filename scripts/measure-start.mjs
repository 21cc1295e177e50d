// `npm run measure:start`: how long a clean clone takes to serve, first and later, as this user and, from root, as one
// without rights; with `-- --tests` it also runs `npm test` twice in each. The clones are made beside the system's temporary files.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { projectRoot } from './project-root.mjs';
import { freePort } from './ports.mjs';

const withTests = process.argv.includes('--tests');
const NOBODY = 65_534;
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

// What npm told this script, its cache folder among it, is not for another user.
const environment = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key)));

const users = [{ name: process.getuid() === 0 ? 'root' : 'this user', identity: {} }];
if (process.getuid() === 0) users.push({ name: 'a user without rights', identity: { uid: NOBODY, gid: NOBODY } });

for (const { name, identity } of users) {
  const folder = mkdtempSync(join(tmpdir(), 'lienket-clean-'));
  try {
    chmodSync(folder, 0o755);
    if (identity.uid) chownSync(folder, identity.uid, identity.gid);
    const clone = join(folder, 'lienket');
    const git = ['-c', 'safe.directory=*', 'clone', '--quiet', projectRoot, clone];
    execFileSync('git', git, { env: { ...process.env, HOME: folder } });
    if (identity.uid) execFileSync('chown', ['-R', `${identity.uid}:${identity.gid}`, clone]);
    await measure(name, clone, {
      ...identity,
      cwd: clone,
      env: { ...environment, HOME: folder, PORT: String(await freePort()) },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(name, clone, options) {
  for (const which of ['first', 'second', 'third']) console.log(`${name}, ${which} npm start: ${await start(options)}`);
  for (const which of withTests ? ['first', 'second'] : [])
    console.log(`${name}, ${which} npm test: ${await test(options)}`);
}

/** Starts, waits until it serves, and ends it as Ctrl-C would. */
async function start(options) {
  const startedAt = performance.now();
  const child = spawn('npm', ['start'], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  let builtAt = startedAt;
  let said = '';
  for await (const text of child.stdout) {
    said += text;
    if (/built in|installed in/.test(text)) builtAt = performance.now();
    if (said.includes('is ready')) break;
  }
  if (!said.includes('is ready')) throw new Error(`npm start did not serve:\n${said}`);
  const ready = `ready after ${seconds(startedAt)} s, ${seconds(builtAt)} s of them after installation and build`;
  const endedAt = performance.now();
  child.kill('SIGINT');
  await once(child, 'exit');
  return `${ready}; ended in ${seconds(endedAt)} s`;
}

async function test(options) {
  const startedAt = performance.now();
  const child = spawn('npm', ['test'], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const text of child.stdout) said += text;
  if (child.exitCode === null) await once(child, 'exit');
  const outcome = /^\d+ passed, \d+ failed$/m.exec(said)?.[0] ?? said.slice(-2000);
  return `${outcome}, exit code ${child.exitCode}, ${seconds(startedAt)} s`;
}
