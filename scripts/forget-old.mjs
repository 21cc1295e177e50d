// `npm run forget:old`: what the nightly job would throw away now; with `-- --now` it is thrown away.
import { operate } from './operate.mjs';

await operate(async () => {
  const { main } = await import('../dist/apps/worker/src/forget-old.js');
  return main(process.argv.includes('--now'));
});
