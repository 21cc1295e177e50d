import { projectFile } from '@lienket/platform';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const PACKED = projectFile('node_modules/@sparticuz/chromium');
const BY_DEBIAN = '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-dev-shm-usage'];

/** A real Chromium: the one that LIENKET_CHROMIUM names, else the registry package's, else Debian's. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['LIENKET_CHROMIUM'] ?? (existsSync(PACKED) ? undefined : BY_DEBIAN);
  if (named !== undefined) return chromium.launch({ executablePath: named, args: ARGUMENTS });
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ARGUMENTS,
    // What Chromium needs and a small machine lacks; the system's own come first where they are.
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') },
  });
}

/** Unpacked once for each version, beside the packages; whole or not at all. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKED, 'package.json'), 'utf8')) as { version: string };
  const folder = projectFile(`node_modules/.cache/lienket/chromium-${version}`);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${String(process.pid)}`;
  mkdirSync(half, { recursive: true });
  await unpack('chromium.br', join(half, 'chromium'));
  chmodSync(join(half, 'chromium'), 0o755);
  const libraries = join(half, 'libraries.tar');
  await unpack('al2023.tar.br', libraries);
  const { status, stderr } = spawnSync('tar', ['-xf', libraries, '-C', half], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Can't unpack Chromium's libraries: ${stderr}`);
  if (!existsSync(folder)) renameSync(half, folder);
  return folder;
}

const unpack = (name: string, to: string): Promise<void> =>
  pipeline(createReadStream(join(PACKED, 'bin', name)), createBrotliDecompress(), createWriteStream(to));
