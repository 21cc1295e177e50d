// `npm run forget:person -- --list <file>`: who was erased, to be kept outside of backups; with `-- --replay <file>` they are
// erased again, after a backup was restored.
import { operate } from './operate.mjs';
import { Problem } from './problem.mjs';

const [flag, file] = process.argv.slice(2);
const act = { '--list': 'list', '--replay': 'replay' }[flag];

function requireFile() {
  if (!act || !file)
    throw new Problem(
      'Say which: npm run forget:person -- --list <file>, or -- --replay <file> after a backup was restored',
    );
}

await operate(async () => {
  const { main } = await import('../dist/apps/api/src/identity/forget-person.js');
  return main({ act, file });
}, requireFile);
