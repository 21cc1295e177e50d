// `npm run dead-letters`: jobs that failed for good; with `-- --replay <id>`, or all, they start anew.
import { operate } from './operate.mjs';
import { Problem } from './problem.mjs';

const [flag, which] = process.argv.slice(2);

function requireWhich() {
  if (flag !== undefined && (flag !== '--replay' || !which))
    throw new Problem('Say which: npm run dead-letters -- --replay <id>, or all');
}

await operate(async () => {
  const { main } = await import('../dist/apps/worker/src/dead-letters.js');
  return main(which);
}, requireWhich);
