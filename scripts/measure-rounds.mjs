// `npm run measure:rounds`: a round with lots, limits and a bonus, and its certificate, from a thousand listings to a hundred thousand, each
// in a process of its own. `-- 10000` leaves out books of more listings.
import './require-node.mjs';
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './ensure-build.mjs';
import { syntheticBook } from './synthetic-book.mjs';

const SIZES = [
  { listings: 1_000, demands: 200 },
  { listings: 10_000, demands: 2_000 },
  { listings: 100_000, demands: 20_000 },
];
const ROUNDS = '../dist/libs/matching/src/rounds/';

const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`;

async function timed(work) {
  const [cpuBefore, startedAt] = [process.cpuUsage(), Date.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  return { result, cpu: (user + system) / 1_000, wall: Date.now() - startedAt };
}

async function measureOne(size) {
  const book = syntheticBook(size);
  const { solveRound } = await import(`${ROUNDS}solve-round.js`);
  const { certify } = await import(`${ROUNDS}certify.js`);
  const { PairPool } = await import(`${ROUNDS}pair-pool.js`);
  const passes = countPasses(PairPool);
  const stages = [];
  const [cpuBefore, startedAt] = [process.cpuUsage(), Date.now()];
  const solved = await timed(() =>
    solveRound(book, ({ stage }) => {
      if (stages.at(-1)?.stage !== stage)
        stages.push({ stage, wall: Date.now() - startedAt, cpu: cpuSince(cpuBefore) });
    }),
  );
  const rss = process.resourceUsage().maxRSS / 1_024;
  const plan = solved.result;
  const { result: certificate, ...checked } = await timed(() => certify(book, plan));
  return [
    `${size.listings} × ${size.demands}:`,
    `CPU ${seconds(solved.cpu)}, wall ${seconds(solved.wall)} (${stages.map(({ stage, cpu }) => `${stage} from ${seconds(cpu)}`).join(', ')}),`,
    `${Math.round(rss)} MB, ${passes.count} passes, ${passes.pairs} pairs in the pool,`,
    `gap ${(100 * certificate.gap).toFixed(2)}%, worth ${plan.objectiveVnd} VND, ${plan.allocations.length} allocations,`,
    `${plan.newlyParticipating} newly participating for ${plan.bonusCostVnd} VND;`,
    `certificate CPU ${seconds(checked.cpu)}, ${certificate.faults.length} faults`,
    ...certificate.faults.slice(0, 3),
  ].join(' ');
}

const cpuSince = (before) => Object.values(process.cpuUsage(before)).reduce((sum, part) => sum + part, 0) / 1_000;

/** How often pairs were looked for, and how many were taken. */
function countPasses({ prototype }) {
  const seen = { count: 0, pairs: 0 };
  const add = prototype.add;
  prototype.add = function (found) {
    const added = add.call(this, found);
    seen.count += 1;
    seen.pairs += added;
    return added;
  };
  return seen;
}

async function measureAll(mostListings) {
  await ensureBuild();
  const load = loadavg().map((average) => average.toFixed(1));
  console.log(`${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.version}, load ${load.join(' ')}`);
  console.log(
    'Memory is the whole process with the book as objects; a bonus means a second round without it, which counts.',
  );
  for (const size of SIZES.filter(({ listings }) => listings <= mostListings)) {
    const args = [fileURLToPath(import.meta.url), '--one', JSON.stringify(size)];
    console.log(execFileSync(process.execPath, args, { encoding: 'utf8' }).trim());
  }
}

const [first, second] = process.argv.slice(2);
if (first === '--one') console.log(await measureOne(JSON.parse(second)));
else await measureAll(Number(first ?? Infinity));
