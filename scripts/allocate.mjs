// `npm run --silent allocate -- problem.json`: writes the plan that is worth the most as JSON; `-- --schema` what it reads.
// The form of both is in docs/allocate.md.
import './require-node.mjs';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { Problem } from './problem.mjs';
import { createShutdown } from './shutdown.mjs';

const [given] = process.argv.slice(2);

function textOf(file) {
  if (!file) throw new Problem('Name the file: npm run --silent allocate -- problem.json');
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Problem(`The file ${path} can't be read: ${error.code ?? error.message}.`);
  }
}

try {
  const text = given === '--schema' ? null : textOf(given);
  // What the set-up says is not the answer.
  console.log = console.error;
  const shutdown = createShutdown({ signalExitCode: 130 });
  await ensureDependencies({ shutdown });
  await ensureBuild({ shutdown });
  const { answerTo, schemaText } = await import('../dist/libs/matching/src/allocation/command.js');
  process.stdout.write(`${text === null ? schemaText() : answerTo(text)}\n`);
} catch (error) {
  console.error(error instanceof Problem || error.name === 'UnsoundProblem' ? error.message : error);
  process.exitCode = 1;
}
