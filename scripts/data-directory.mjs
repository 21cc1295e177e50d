import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Problem, writing } from './problem.mjs';
import { projectRoot } from './project-root.mjs';

const SHARED_HOME = '/var/lib/lienket';

/**
 * The directory that holds the embedded server's data, made if it isn't there, and the user that the server runs as:
 * null for whoever started us; an unprivileged user under root, because PostgreSQL refuses to run as root.
 */
export function openDataDirectory(explicit = process.env.LIENKET_DATA_DIR) {
  const wanted = resolve(explicit || join(projectRoot, '.lienket'));
  if (process.getuid?.() !== 0) {
    makeWritable(wanted);
    return { directory: wanted, serverUser: null };
  }
  const serverUser = findServerUser(wanted);
  const directory = reachableDirectory(wanted, Boolean(explicit), serverUser);
  makeWritable(directory);
  writing(directory, () => chmodSync(directory, statSync(directory).mode | 0o111));
  return { directory, serverUser };
}

/** Whether this user can enter the directory: asked of the system, which knows access lists too. */
export function canEnter(user, directory) {
  return asUser(user, 'cd -- "$1"', directory);
}

export function canRun(user, program) {
  return asUser(user, '[ -r "$1" ] && [ -x "$1" ]', program);
}

/** Where root keeps what its server user must reach when the project's own folder can't be entered. */
export const sharedHome = (name) => join(SHARED_HOME, name);

function reachableDirectory(wanted, isExplicit, user) {
  const parent = nearestExisting(dirname(wanted));
  if (canEnter(user, parent)) return wanted;
  if (isExplicit)
    throw new Problem(
      `PostgreSQL runs as the user ${user.name}, who can't enter ${parent}: set LIENKET_DATA_DIR to a folder outside it, for example ${sharedHome('data')}.`,
    );
  const moved = sharedHome(createHash('sha256').update(wanted).digest('hex').slice(0, 16));
  console.log(`The data is kept in ${moved}, because the user ${user.name} can't enter ${parent}.`);
  return moved;
}

function makeWritable(directory) {
  writing(directory, () => {
    mkdirSync(directory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(directory, constants.W_OK | constants.X_OK);
  });
}

function nearestExisting(path) {
  if (path === dirname(path)) return path;
  return statSync(path, { throwIfNoEntry: false }) ? path : nearestExisting(dirname(path));
}

/** Whoever owns the data already, so that it stays theirs; else `postgres`, else `nobody`. */
function findServerUser(directory) {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  const ownerId = statSync(join(directory, 'postgres'), { throwIfNoEntry: false })?.uid;
  const user =
    users.find(({ uid }) => uid === ownerId) ??
    users.find(({ name }) => name === 'postgres') ??
    users.find(({ name }) => name === 'nobody');
  if (user) return user;
  throw new Problem(
    'PostgreSQL refuses to run as root, and there is no user postgres or nobody: run Lienket as a normal user, or set DATABASE_URL.',
  );
}

function asUser(user, test, path) {
  const { uid, gid } = user;
  return spawnSync('/bin/sh', ['-c', test, 'sh', path], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}
