import loadHighs from 'highs';
import { performance } from 'node:perf_hooks';
import { diceOf, syntheticOrder } from '../scripts/synthetic-order.mjs';
import { alternating, at, heading, table } from './measure.mjs';
import { bestByHighs } from './peers/bundle-highs.mjs';
import { installed } from './versions.mjs';

const SEED = 1;
const ORDERS = 50;
const WARM_UP = 20;
const CANDIDATES = 200;
const WANTED = 3;
const LIMIT_S = 20;
const LIMITS = [
  { title: '3 to 14 suppliers', suppliersMax: (dice) => dice(3, 14) },
  { title: 'no limit of suppliers', suppliersMax: () => Infinity },
];

/** One order of many candidates: our search, which tells how far it may be from the best, beside a solver that proves the best. */
export async function measure() {
  const { findBundles } = await import('../dist/libs/matching/src/bundles/bundle-search.js');
  const rules = await import('../dist/libs/matching/src/bundles/bundle.js');
  const highs = await loadHighs();
  const ours = { name: '**bundles**', solve: ({ candidates, order }) => findBundles(candidates, order, WANTED)[0] };
  const theirs = { name: 'HiGHS MIP (WebAssembly)', solve: (drawn) => bestByHighs(highs, drawn, LIMIT_S) };
  heading('Bundles: one order, 200 candidates', [installed(['highs'])]);
  console.log(
    `${ORDERS} orders of each kind that can be filled (seed ${SEED}), by both in turn in one process; HiGHS without its start-up, to a gap of 0, ` +
      `${LIMIT_S} s at most. Ours answers its best ${WANTED}, HiGHS one.\n`,
  );
  const rows = [];
  for (const { title, suppliersMax } of LIMITS) {
    const dice = diceOf(SEED);
    const drawn = Array.from({ length: 4 * ORDERS }, () =>
      syntheticOrder(dice, { candidateCount: CANDIDATES, suppliersMax: suppliersMax(dice) }),
    ).filter((order) => ours.solve(order));
    for (const order of drawn.slice(-WARM_UP)) ours.solve(order);
    const orders = drawn.slice(0, ORDERS);
    const seen = await alternating([ours, theirs], orders.length, ({ solve }, number) =>
      timed(() => solve(orders[number])),
    );
    const worths = orders.map((order, number) =>
      judge(seen.get(ours)[number].answer, seen.get(theirs)[number].answer, order),
    );
    rows.push(
      rowOf(`${title}: ${ours.name}`, seen.get(ours), worths),
      rowOf(`${title}: ${theirs.name}`, seen.get(theirs)),
    );
  }
  const quality = ['as good as the best', 'worth of the best: mean, least', 'gap told: p50, p95'];
  table(['', 'wall ms p50 / p95 / max', 'CPU ms p50 / p95 / max', ...quality], rows);

  /** How near ours is; it fails where what is proven to be best lies above our bound, or below what we found. */
  function judge({ worth, bound }, chosen, { order }) {
    const gap = Number(bound - worth) / Number(worth);
    if (chosen === null) return { gap };
    const shares = rules.sharesOf(chosen, order);
    if (!shares) throw new Error(`HiGHS doesn't fill the order: ${JSON.stringify(order)}.`);
    const best = rules.worthOf(shares, order);
    if (best > bound || best < worth) throw new Error(`HiGHS finds ${best}; ours is ${worth} and at most ${bound}.`);
    return { gap, share: Number(worth) / Number(best), isBest: worth === best };
  }
}

function timed(work) {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const answer = work();
  const wall = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  return { answer, wall, cpu: (user + system) / 1000 };
}

function rowOf(title, rounds, worths) {
  const say = (numbers, shares, digits) => shares.map((share) => at(numbers, share).toFixed(digits)).join(' / ');
  const times = ['wall', 'cpu'].map((figure) =>
    say(
      rounds.map((round) => round[figure]),
      [0.5, 0.95, 1],
      2,
    ),
  );
  if (!worths)
    return [title, ...times, `proven: ${rounds.filter(({ answer }) => answer).length} of ${rounds.length}`, '', ''];
  const judged = worths.filter(({ share }) => share !== undefined);
  const shares = judged.map(({ share }) => share);
  const percent = (share, digits) => `${(100 * share).toFixed(digits)}%`;
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const gaps = worths.map(({ gap }) => gap);
  return [
    title,
    ...times,
    `${judged.filter(({ isBest }) => isBest).length} of ${judged.length}`,
    `${percent(mean, 3)}, ${percent(Math.min(...shares), 2)}`,
    `${percent(at(gaps, 0.5), 2)}, ${percent(at(gaps, 0.95), 2)}`,
  ];
}
