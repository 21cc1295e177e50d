import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells this process from a later one with the same number: when it was started, on which boot.
 * null where no such process lives (a zombie doesn't).
 */
export function processIdentity(pid) {
  if (process.platform !== 'linux') return ps(pid, 'lstart');
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z' || state === 'X') return null;
  const startedAtTicks = fields[18];
  return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim()} ${startedAtTicks}`;
}

/** The command line that a process was started with, or null. */
export function commandLine(pid) {
  if (process.platform !== 'linux') return ps(pid, 'command');
  return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null;
}

export async function endProcess(pid, { signal, forceSignal, waitMs }) {
  const identity = processIdentity(pid);
  if (identity === null) return;
  for (const [next, limitMs] of [
    [signal, waitMs],
    [forceSignal, 2000],
  ]) {
    process.kill(pid, next);
    const until = Date.now() + limitMs;
    while (Date.now() < until) {
      if (processIdentity(pid) !== identity) return;
      await pause(50);
    }
  }
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function ps(pid, column) {
  const { stdout } = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.trim() || null;
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
