import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../scripts/ports.mjs';
import { Problem } from '../scripts/problem.mjs';
import { projectRoot } from '../scripts/project-root.mjs';
import { pause } from '../scripts/running-process.mjs';

const READY_MS = 120_000;
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

/** This Node where it is new enough for PostGraphile, else the one that stands in bench/node_modules. */
export function newerNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_OF_POSTGRAPHILE) return process.execPath;
  const node = join(projectRoot, `bench/node_modules/node-linux-${process.arch}/bin/node`);
  if (!existsSync(node))
    throw new Problem(`PostGraphile needs Node ${NODE_OF_POSTGRAPHILE} or later: run the bench with it.`);
  return node;
}
