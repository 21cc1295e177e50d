import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Problem, remedyFor, writing } from '../problem.mjs';
import { packageMajor } from './binaries.mjs';

export const SUPERUSER = 'lienket';

/**
 * The database cluster in `directory`/postgres, made by initdb where there is none.
 * @returns {Promise<{ dataFolder: string, password: string }>}
 */
export async function openCluster({ directory, serverUser, native, durable, shutdown }) {
  const dataFolder = join(directory, 'postgres');
  const passwordFile = join(directory, 'postgres.password');
  if (existsSync(dataFolder)) {
    refuseOtherMajor(dataFolder);
    writing(dataFolder, () => giveTo(serverUser, dataFolder));
    return { dataFolder, password: readPassword(passwordFile) };
  }
  if (!existsSync(passwordFile))
    writing(passwordFile, () => writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 }));
  const password = readPassword(passwordFile);
  await initialize({ directory, dataFolder, serverUser, native, password, durable, shutdown });
  return { dataFolder, password };
}

/** initdb works under another name, so that an end in the middle leaves nothing that looks like a cluster. */
async function initialize({ directory, dataFolder, serverUser, native, password, durable, shutdown }) {
  const unfinished = join(directory, 'postgres.initializing');
  const folder = join(unfinished, 'data');
  const passwordCopy = join(unfinished, 'password');
  writing(directory, () => {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(passwordCopy, password, { mode: 0o600 });
    chmodSync(unfinished, 0o700);
    giveTo(serverUser, unfinished);
  });
  const { exitCode, output } = await runInitdb({ program: join(native, 'bin/initdb'), serverUser, shutdown }, [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordCopy}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // macOS has no C.UTF-8 of its own; the builtin provider brings it everywhere.
    process.platform === 'darwin' ? '--locale=C' : '--locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ]);
  if (exitCode !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const remedy = remedyFor(output);
    throw new Problem(
      remedy
        ? `Can't create the database in ${directory}: ${remedy}.`
        : `The embedded PostgreSQL doesn't run on this system: set DATABASE_URL to a PostgreSQL 18 of yours. It said: ${output.trim()}`,
    );
  }
  writing(directory, () => renameSync(folder, dataFolder));
  rmSync(unfinished, { recursive: true, force: true });
}

function runInitdb({ program, serverUser, shutdown }, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...userIds(serverUser),
    });
    const release = shutdown.onEnd(() => child.kill('SIGTERM'));
    let output = '';
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ exitCode: 127, output: error.message }));
    child.on('close', (exitCode) => {
      if (shutdown.isEnding) return;
      release();
      resolve({ exitCode, output });
    });
  });
}

export const userIds = (serverUser) => (serverUser ? { uid: serverUser.uid, gid: serverUser.gid } : {});

function refuseOtherMajor(dataFolder) {
  let major;
  try {
    major = Number(readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8'));
  } catch (error) {
    throw new Problem(
      `${dataFolder} is no PostgreSQL database that can be read (${error.code}): move it away, or set LIENKET_DATA_DIR to another folder.`,
    );
  }
  if (major !== packageMajor())
    throw new Problem(
      `${dataFolder} was made by PostgreSQL ${major} and this is PostgreSQL ${packageMajor()}: carry it over with pg_upgrade, or set LIENKET_DATA_DIR to a new folder.`,
    );
}

function readPassword(passwordFile) {
  if (!existsSync(passwordFile))
    throw new Problem(
      `${passwordFile} is gone, and with it the way into this database: put it back, or set LIENKET_DATA_DIR to a new folder.`,
    );
  return writing(passwordFile, () => readFileSync(passwordFile, 'utf8').trim());
}

/** The owner of the top tells for the whole: the server keeps what is inside its own. */
function giveTo(serverUser, path) {
  if (!serverUser || lstatSync(path).uid === serverUser.uid) return;
  chownTree(path, serverUser);
}

function chownTree(path, user) {
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), user);
  lchownSync(path, user.uid, user.gid);
}
