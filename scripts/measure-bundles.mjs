// `npm run measure:bundles`: CPU time and certified gap of bundles of 200 candidates, with and without a limit of suppliers.
import './require-node.mjs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild } from './ensure-build.mjs';
import { projectRoot } from './project-root.mjs';

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
    const { candidates, order } = drawOrder(dice, suppliersMax(dice));
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

/** Lots of 200 to 13,000 kg, each doubling as likely as the next; orders of 2 to 99 tonnes, of buyers who take from 200 to 1,200 kg on. */
function drawOrder(dice, suppliersMax) {
  const quantityG = dice(2000, 99_000) * 1000;
  const leastOfBuyerG = dice(200, 1200) * 1000;
  const candidates = Array.from({ length: CANDIDATES }, (_, number) => ({
    listingId: String(number).padStart(4, '0'),
    supplierId: `supplier ${dice(1, 150)}`,
    score: dice(350_000, 900_000),
    leastG: Math.max(leastOfBuyerG, 200_000),
    mostG: Math.min(quantityG, Math.floor(200_000 * 65 ** (dice(0, 1e6) / 1e6))),
  })).filter(({ leastG, mostG }) => leastG <= mostG);
  return { candidates, order: { quantityG, suppliersMax, unseenScore: null } };
}

function diceOf(seed) {
  let state = seed >>> 0;
  return (least, most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return least + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (most - least + 1));
  };
}
