import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';
import { runQuietly } from './run-quietly.mjs';

const AT_ONCE = 2;

const bin = (path) => join(projectRoot, 'node_modules', path);

/** Longest first, so that two at a time end together. */
const CHECKS = [
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'console', args: [bin('typescript/bin/tsc'), '-p', 'apps/web'] },
  { name: 'dead code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level=warn'] },
  {
    name: 'the law',
    args: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['apps', 'libs', 'database', 'test', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
    ],
  },
  { name: 'schema', args: [join(projectRoot, 'scripts/check-schema.mjs')] },
];

/** Runs what needs no database, two at a time, and prints the output of those that fail. @returns how many passed and failed */
export async function runStaticChecks(shutdown) {
  const waiting = [...CHECKS];
  const failed = [];
  const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env;
  const runner = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { exitCode, output, seconds } = await runQuietly(process.execPath, check.args, { env, shutdown });
      console.log(`${exitCode === 0 ? 'ok    ' : 'FAILED'} ${check.name.padEnd(10)} ${seconds} s`);
      if (exitCode !== 0) failed.push({ name: check.name, output });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runner));
  for (const { name, output } of failed) console.error(`\n── ${name} ──\n${output.trim()}`);
  return { failedCount: failed.length };
}
