// `npm run measure:bundles`: CPU time and certified gap of bundles of 200 candidates, with and without a limit of suppliers.
import './require-node.mjs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild } from './ensure-build.mjs';
import { projectRoot } from './project-root.mjs';
import { diceOf, syntheticOrder } from './synthetic-order.mjs';

const ORDERS = 1000;
const WARM_UP = 200;
const CANDIDATES = 200;
const SEED = Number(process.env.SEED ?? 1);

await ensureBuild();
const { findBundles } = await import(
  pathToFileURL(join(projectRoot, 'dist/libs/matching/src/bundles/bundle-search.js')).href
);

console.log(`seed ${SEED}, ${ORDERS} orders of ${CANDIDATES} candidates, load ${loadavg()[0].toFixed(1)}`);
measure('3 to 14 suppliers', (dice) => dice(3, 14));
measure('no limit of suppliers', () => Infinity);

function measure(title, suppliersMax) {
  const dice = diceOf(SEED);
  const [times, gaps] = [[], []];
  let three = 0;
  for (let number = -WARM_UP; number < ORDERS; number += 1) {
    const { candidates, order } = syntheticOrder(dice, {
      candidateCount: CANDIDATES,
      suppliersMax: suppliersMax(dice),
    });
    const from = process.cpuUsage();
    const found = findBundles(candidates, order, 3);
    const { user, system } = process.cpuUsage(from);
    if (number < 0 || !found[0]) continue;
    times.push((user + system) / 1000);
    gaps.push(Number(found[0].bound - found[0].worth) / Number(found[0].worth));
    if (found.length === 3) three += 1;
  }
  const of = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];
  const say = (values, digits) => [0.5, 0.95, 1].map((share) => of(values, share).toFixed(digits)).join(' / ');
  console.log(
    `${title}: ${times.length} can be filled, three different ones of ${three}; ` +
      `CPU ms p50 / p95 / max ${say(times, 2)}; gap ${say(gaps, 4)}`,
  );
}
