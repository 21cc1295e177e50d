import { spawn } from 'node:child_process';
import { constants, fchownSync, fstatSync, ftruncateSync, openSync, closeSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, remedyFor, writing } from '../problem.mjs';
import { commandLine, endProcess, pause } from '../running-process.mjs';
import { userIds } from './cluster.mjs';

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** Why a start of the server failed: `PORT_TAKEN`, `STILL_IN_USE` (by one that is just dying) and `KILLED` may pass. */
export class StartFailure extends Error {
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}

/** Starts the server on 127.0.0.1 and resolves with its process once it takes connections. */
export async function startPostmaster({ native, dataFolder, logFile, port, settings, serverUser }) {
  const log = openLog(logFile, serverUser);
  const logStart = fstatSync(log).size;
  const assignments = { ...settings, port, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const child = spawn(
    join(native, 'bin/postgres'),
    ['-D', dataFolder, ...Object.entries(assignments).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A session of its own: the terminal's Ctrl-C must reach us first, the server when the API has let go of it.
    { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, stdio: ['ignore', log, log], detached: true, ...userIds(serverUser) },
  );
  closeSync(log);
  let end;
  child.on('error', () => (end = {}));
  child.on('exit', (_, signal) => (end = { signal }));
  for (let waitedMs = 0; !isReady(dataFolder, child.pid); waitedMs += 25) {
    if (end?.signal) throw new StartFailure('KILLED', `PostgreSQL was ended by ${end.signal} as it started.`);
    if (end) throw startFailure(logFile, logStart, dataFolder);
    if (waitedMs > 0 && waitedMs % 5000 === 0) console.log(`PostgreSQL is getting ready… ${waitedMs / 1000} s`);
    await pause(25);
  }
  return child;
}

/** Ends a server that outlived the process which started it. Only a postgres on this very folder is touched. */
export async function endOrphan(dataFolder) {
  const pid = Number(readPidFile(dataFolder)[0]);
  if (!pid) return;
  const command = commandLine(pid);
  if (!command?.includes('postgres') || !command.includes(`-D ${dataFolder} `)) return;
  console.log(`Ending the PostgreSQL (process ${pid}) that an earlier run left behind.`);
  try {
    await endProcess(pid, { signal: 'SIGINT', forceSignal: 'SIGQUIT', waitMs: 8000 });
  } catch (error) {
    if (error.code === 'EPERM')
      throw new Problem(
        `PostgreSQL (process ${pid}) still runs on ${dataFolder} for another user: end it and try again.`,
      );
    if (error.code !== 'ESRCH') throw error;
  }
}

function isReady(dataFolder, pid) {
  const lines = readPidFile(dataFolder);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function readPidFile(dataFolder) {
  try {
    return readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function openLog(logFile, serverUser) {
  return writing(logFile, () => {
    // Root writes in a folder that may be another user's: a planted link must not lead it elsewhere.
    const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
    const log = openSync(logFile, flags, 0o600);
    if (serverUser) fchownSync(log, serverUser.uid, serverUser.gid);
    if (fstatSync(log).size > LOG_LIMIT_BYTES) ftruncateSync(log);
    return log;
  });
}

function startFailure(logFile, logStart, dataFolder) {
  const said = readFileSync(logFile).subarray(logStart).toString('utf8');
  if (/could not bind|Address already in use/.test(said)) return new StartFailure('PORT_TAKEN', said);
  if (/postmaster\.pid" already exists|pre-existing shared memory|is still in use/.test(said))
    return new StartFailure(
      'STILL_IN_USE',
      `Another PostgreSQL works on ${dataFolder}: end it and try again; ${logFile} says more.`,
    );
  const remedy = remedyFor(said);
  if (remedy) return new Problem(`PostgreSQL can't work in ${dataFolder}: ${remedy}.`);
  const lastWords = said.trim().split('\n').slice(-3).join(' | ') || 'nothing';
  return new Problem(`PostgreSQL didn't start: ${logFile} says why. Its last words: ${lastWords}`);
}
