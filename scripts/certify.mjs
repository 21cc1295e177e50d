// `npm run --silent certify -- round.json`: checks the exported file of a round, in words and then as JSON. Exit code 0 if the round is
// what it says, 1 if it isn't. What the file holds is in docs/matching.md.
import './require-node.mjs';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { Problem } from './problem.mjs';
import { createShutdown } from './shutdown.mjs';

const [given] = process.argv.slice(2);

function textOf(file) {
  if (!file) throw new Problem('Name the file: npm run --silent certify -- round.json');
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Problem(`The file ${path} can't be read: ${error.code ?? error.message}.`);
  }
}

try {
  const text = textOf(given);
  const write = console.log;
  // What the set-up says is not the answer.
  console.log = console.error;
  const shutdown = createShutdown({ signalExitCode: 130 });
  await ensureDependencies({ shutdown });
  await ensureBuild({ shutdown });
  const { certificateOf } = await import('../dist/libs/matching/src/rounds/certify-command.js');
  const { words, certificate } = certificateOf(text);
  write(`${words}\n${JSON.stringify(certificate)}`);
  process.exitCode = certificate.faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Problem || error.name === 'UnsoundRound' ? error.message : error);
  process.exitCode = 1;
}
