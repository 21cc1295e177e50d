import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, remedyFor, writing } from './problem.mjs';
import { projectRoot } from './project-root.mjs';
import { runQuietly } from './run-quietly.mjs';

const stampFile = join(projectRoot, 'node_modules', '.lienket-stamp');
const NETWORK_FAULT = /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/;
const OPTIONS = [
  '--include=dev',
  '--include=optional',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/** Installs what package-lock.json names, unless exactly that was installed for this platform and this Node before. */
export async function ensureDependencies({ shutdown } = {}) {
  const stamp = dependencyStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  console.log('Installing what package-lock.json names; once, about a minute.');
  let result = await runNpm(['ci', ...OPTIONS], shutdown);
  if (result.exitCode !== 0) {
    refuseWhatAnotherTryWontMend(result.output);
    console.error(`npm ci failed, so npm install is tried instead. What npm ci said:\n${firstLines(result.output)}`);
    result = await runNpm(['install', '--no-save', ...OPTIONS], shutdown);
  }
  if (result.exitCode !== 0) {
    refuseWhatAnotherTryWontMend(result.output);
    throw new Problem(
      `The dependencies could not be installed: mend what npm says here and try again.\n${firstLines(result.output)}`,
    );
  }
  writing(stampFile, () => writeFileSync(stampFile, stamp));
  console.log(`installed in ${result.seconds} s`);
}

function dependencyStamp() {
  return createHash('sha256')
    .update(readFileSync(join(projectRoot, 'package-lock.json')))
    .update([process.platform, process.arch, process.versions.modules].join(' '))
    .digest('hex');
}

function runNpm(args, shutdown) {
  // NODE_ENV=production would leave out what the build needs.
  const options = { env: { ...process.env, NODE_ENV: '' }, progress: 'installing', shutdown };
  const npm = process.env.npm_execpath;
  return npm?.endsWith('js') && existsSync(npm)
    ? runQuietly(process.execPath, [npm, ...args], options)
    : runQuietly('npm', args, options);
}

function refuseWhatAnotherTryWontMend(output) {
  const remedy = remedyFor(output);
  if (remedy) throw new Problem(`Can't install into ${join(projectRoot, 'node_modules')}: ${remedy}.`);
  if (NETWORK_FAULT.test(output))
    throw new Problem("Can't reach the package registry: check the network (or npm's proxy settings) and try again.");
  if (/spawn npm ENOENT/.test(output))
    throw new Problem('npm is not on the PATH: install it with Node from https://nodejs.org and try again.');
}

// npm names the cause first, and its help after that.
const firstLines = (output) => output.trim().split('\n').slice(0, 12).join('\n');
