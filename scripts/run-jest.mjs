import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';

/** What of the caller's surroundings would lead the tests to servers that aren't theirs. */
const NOT_FOR_TESTS = [
  'DATABASE_URL',
  'REDIS_URL',
  'PORT',
  'LIENKET_DEMO',
  'LIENKET_ROLE',
  'LIENKET_DATA_DIR',
  'NODE_ENV',
];

/** After its report. Whoever waits for the end of what never ends learns nothing from the report. */
const ENDS_WITHIN_MS = 60_000;

/** Runs jest on the servers named in `servers`. @returns {Promise<{ exitCode: number, passed: number, failed: number }>} */
export async function runJest({ servers, form, args, reportFolder, shutdown }) {
  const report = join(reportFolder, 'jest.json');
  const env = { ...process.env, ...servers, LIENKET_TEST_FORM: form };
  for (const name of NOT_FOR_TESTS) delete env[name];
  const jestArgs = [
    // The long forms measure seconds: nothing else should run beside them.
    `--maxWorkers=${form === 'short' ? 2 : 1}`,
    '--json',
    `--outputFile=${report}`,
    ...(form === 'short' ? [] : ['--passWithNoTests']),
    ...args,
  ];
  const exitCode = await new Promise((resolve) => {
    const jest = spawn(process.execPath, [join(projectRoot, 'node_modules/jest/bin/jest.js'), ...jestArgs], {
      cwd: projectRoot,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const release = shutdown.onEnd(() => jest.kill('SIGTERM'), { force: () => jest.kill('SIGKILL') });
    const stopWaiting = afterReport(report, () => {
      console.error(`jest reported and didn't end within ${ENDS_WITHIN_MS / 1000} s: a test left something running.`);
      jest.kill('SIGKILL');
    });
    jest.on('close', (code) => {
      stopWaiting();
      release();
      resolve(code ?? 1);
    });
  });
  return { exitCode, ...counts(report) };
}

function afterReport(report, act) {
  let reportedAt;
  const looking = setInterval(() => {
    if (existsSync(report)) reportedAt ??= Date.now();
    if (Date.now() - reportedAt > ENDS_WITHIN_MS) act();
  }, 1000);
  return () => clearInterval(looking);
}

function counts(report) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
