import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../scripts/ports.mjs';
import { Problem } from '../scripts/problem.mjs';
import { projectRoot } from '../scripts/project-root.mjs';
import { pause } from '../scripts/running-process.mjs';
import { cpuOf, cpuOfFamily } from './measure.mjs';

const READY_MS = 120_000;
const IDLE_MS = 600_000;
const LOOK_MS = 3000;
const IDLE_SHARE = 0.1;
const NODE_OF_POSTGRAPHILE = 22;

/** Starts a server on a free port of 127.0.0.1, to end with the bench at the latest, and waits until it takes connections. */
export async function startPeer({ name, node, file, variables, shutdown }) {
  const port = await freePort();
  const { PATH } = process.env;
  const child = spawn(node, [file], {
    env: { PATH, ...variables, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async () => {
    if (hasEnded()) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  const forget = shutdown.onEnd(end, { force: () => child.kill('SIGKILL') });
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + READY_MS; !(await answers(url)); await pause(100))
    if (hasEnded() || Date.now() > until) throw new Error(`${name} did not begin to serve.`);
  return { url, pid: child.pid, end: () => end().then(forget) };
}

const answers = (url) =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** Waits for what a server and its PostgreSQL still do of themselves after it began to serve: ours reads all postings into memory. */
export async function untilIdle({ name, pid }, database) {
  const spent = () => cpuOf(pid) + cpuOfFamily(database.pid);
  for (const until = Date.now() + IDLE_MS; ;) {
    const before = spent();
    await pause(LOOK_MS);
    if (spent() - before < IDLE_SHARE * LOOK_MS * 1000) return;
    if (Date.now() > until) throw new Error(`${name} doesn't come to rest.`);
  }
}

/** This Node where it is new enough for PostGraphile, else the one that stands in bench/node_modules. */
export function newerNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_OF_POSTGRAPHILE) return process.execPath;
  const node = join(projectRoot, `bench/node_modules/node-linux-${process.arch}/bin/node`);
  if (!existsSync(node))
    throw new Problem(`PostGraphile needs Node ${NODE_OF_POSTGRAPHILE} or later: run the bench with it.`);
  return node;
}
