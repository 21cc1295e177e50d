// `npm test`, with --faults the fault suites at their long counts, with --all everything that takes minutes. --only-tests leaves out
// the static checks; what else is given goes to jest.
import './require-node.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { Problem } from './problem.mjs';
import { createShutdown } from './shutdown.mjs';

const OWN_FLAGS = ['--all', '--faults', '--only-tests'];
const given = process.argv.slice(2);
const form = given.includes('--all') ? 'all' : given.includes('--faults') ? 'faults' : 'short';
const jestArgs = given.filter((argument) => !OWN_FLAGS.includes(argument));
const shutdown = createShutdown({ signalExitCode: 130, onSignal: () => console.log('\nEnding…') });

async function step(title, work) {
  const startedAt = Date.now();
  console.log(`\n── ${title} ──`);
  const result = await work();
  console.log(`${title}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

async function run() {
  await step('set-up', async () => {
    await ensureDependencies({ shutdown });
    await ensureBuild({ shutdown });
  });
  if (form === 'short' && !given.includes('--only-tests')) {
    const { runStaticChecks } = await import('./static-checks.mjs');
    const { failedCount } = await step('static checks', () => runStaticChecks(shutdown));
    if (failedCount > 0) return { exitCode: 1, passed: 0, failed: failedCount };
  }
  const { startTestServers } = await import('./test-servers.mjs');
  const { runJest } = await import('./run-jest.mjs');
  const { servers, directory } = await step('servers', () => startTestServers(shutdown));
  return step('tests', () => runJest({ servers, form, args: jestArgs, reportFolder: directory, shutdown }));
}

async function finish({ exitCode, passed, failed }) {
  if (shutdown.isEnding) return;
  const command = { short: 'npm test', faults: 'npm run test:faults', all: 'npm run test:all' }[form];
  console.log(`\n${passed} passed, ${failed} failed`);
  console.log(
    exitCode === 0
      ? `All is well: \`npm start\` serves it${form === 'short' ? ', `npm run test:all` runs the long tests' : ''}.`
      : `Mend what failed above and run \`${command}\` again; \`npm test -- --only-tests <part of a path>\` runs only those tests.`,
  );
  await shutdown.end(exitCode);
}

async function endWithFault(error) {
  if (shutdown.isEnding) return;
  console.error(error instanceof Problem ? error.message : error);
  await finish({ exitCode: 1, passed: 0, failed: 1 });
}

process.on('uncaughtException', endWithFault);
process.on('unhandledRejection', endWithFault);
run().then(finish).catch(endWithFault);
