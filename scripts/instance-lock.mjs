import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, writing } from './problem.mjs';
import { processIdentity } from './running-process.mjs';

export const lockPath = (directory) => join(directory, 'lienket.lock');

/** The living process that works on this data directory, or null. Pid and start time together survive reuse of pids. */
export function lockOwner(directory) {
  try {
    const { pid, identity } = JSON.parse(readFileSync(lockPath(directory), 'utf8'));
    return processIdentity(pid) === identity ? pid : null;
  } catch {
    return null;
  }
}

/** Makes this process the only one on the directory, or refuses in one sentence. @returns {() => void} gives it back */
export function takeLock(directory) {
  const lock = lockPath(directory);
  const mine = `${lock}.${process.pid}`;
  writing(directory, () =>
    writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) })),
  );
  try {
    while (!linkOnce(mine, lock)) {
      const owner = lockOwner(directory);
      if (owner !== null) throw alreadyRunning(owner, directory);
      setStaleLockAside(lock, directory);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    if (lockOwner(directory) === process.pid) rmSync(lock, { force: true });
  };
}

/** A link appears with its whole content or not at all, so that nobody reads half a lock. */
function linkOnce(mine, lock) {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two starts may find the same stale lock: the later one mustn't throw away the new lock of the earlier one. */
function setStaleLockAside(lock, directory) {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const { pid, identity } = readJson(aside);
  if (pid && processIdentity(pid) === identity) {
    linkOnce(aside, lock);
    rmSync(aside, { force: true });
    throw alreadyRunning(pid, directory);
  }
  rmSync(aside, { force: true });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

const alreadyRunning = (pid, directory) =>
  new Problem(
    `Lienket is already running on ${directory} (process ${pid}): use that one, or end it with \`kill ${pid}\` and try again.`,
  );
