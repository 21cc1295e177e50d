// `npm run measure:allocate`: CPU seconds and memory of `allocate` from a thousand pairs to 1.3 million, each in a process of its own; beside
// HiGHS where that takes seconds. `-- 20000` leaves out markets of more listings.
import './require-node.mjs';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './ensure-build.mjs';
import { syntheticMarket } from './synthetic-market.mjs';

const SIZES = [
  { listings: 1_000, demands: 200, candidates: 10 },
  { listings: 5_000, demands: 1_000, candidates: 10 },
  { listings: 20_000, demands: 4_000, candidates: 20 },
  { listings: 100_000, demands: 20_000, candidates: 14 },
];
const KINDS = [
  { kind: 'relaxation', withRules: false, withBonus: false },
  { kind: 'relaxation with bonuses', withRules: false, withBonus: true },
  { kind: 'lots, limits, bonuses', withRules: true, withBonus: true },
];
const MOST_ARCS_FOR_HIGHS = 10_000;
const ROWS = 2;

const cpuMs = (since) =>
  Math.round(Object.values(process.cpuUsage(since)).reduce((sum, part) => sum + part, 0) / 1_000);

async function measureOne(file, withHighs) {
  const problem = JSON.parse(readFileSync(file, 'utf8'));
  const { allocate } = await import('../dist/libs/matching/src/allocation/allocate.js');
  const before = process.cpuUsage();
  const startedAt = Date.now();
  const plan = allocate(problem);
  const measured = {
    cpu: cpuMs(before),
    wall: Date.now() - startedAt,
    rss: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
  const { checkPlan } = await import('../dist/libs/matching/src/allocation/check-plan.js');
  const { faults } = checkPlan(problem, plan);
  const highs = withHighs ? await measureHighs(problem) : null;
  console.log(
    JSON.stringify({
      ...measured,
      objective: String(plan.objective),
      gap: plan.gap,
      flows: plan.flows.length,
      faults,
      highs,
    }),
  );
}

/** The same as a linear program, in typed arrays; its start-up counts, as ours does. */
async function measureHighs({ supplies, demands, arcs }) {
  const before = process.cpuUsage();
  const highs = await (await import('highs')).default();
  const rowOf = new Map([...supplies, ...demands].map(({ id }, row) => [id, row]));
  const numRows = rowOf.size;
  const objective = highs.withModel(
    {
      numCols: arcs.length,
      numRows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from(arcs, ({ value }) => value),
      colLower: new Float64Array(arcs.length),
      colUpper: new Float64Array(arcs.length).fill(highs.infinity),
      rowLower: new Float64Array(numRows).fill(-highs.infinity),
      rowUpper: Float64Array.from([...supplies, ...demands], ({ quantity }) => quantity),
      matrix: {
        format: 'csc',
        numRows,
        numCols: arcs.length,
        starts: Int32Array.from({ length: arcs.length + 1 }, (_, arc) => ROWS * arc),
        indices: Int32Array.from(arcs.flatMap(({ supply, demand }) => [rowOf.get(supply), rowOf.get(demand)])),
        values: new Float64Array(ROWS * arcs.length).fill(1),
      },
    },
    (model) => {
      model.options.set({ output_flag: false });
      model.run();
      return model.getObjectiveValue();
    },
  );
  return { cpu: cpuMs(before), objective: String(BigInt(Math.round(objective))) };
}

async function measureAll(mostListings) {
  await ensureBuild();
  console.log(
    `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.version}, load ${loadavg()[0].toFixed(1)}`,
  );
  console.log('Memory is the whole process, with the problem as it was parsed from JSON; CPU is of allocate() alone.');
  const folder = mkdtempSync(join(tmpdir(), 'lienket-measure-'));
  try {
    for (const size of SIZES.filter(({ listings }) => listings <= mostListings)) {
      for (const { kind, ...options } of KINDS) {
        const file = join(folder, 'problem.json');
        const problem = syntheticMarket({ ...size, ...options });
        writeFileSync(file, JSON.stringify(problem));
        const withHighs = kind === 'relaxation' && problem.arcs.length <= MOST_ARCS_FOR_HIGHS;
        const args = [fileURLToPath(import.meta.url), '--one', file, ...(withHighs ? ['--highs'] : [])];
        const one = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
        console.log(row(kind, size, problem.arcs.length, one));
        if (one.faults.length > 0 || (one.highs && one.highs.objective !== one.objective)) process.exitCode = 1;
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const row = (kind, { listings, demands }, arcCount, { cpu, wall, rss, gap, objective, flows, faults, highs }) =>
  [
    `${listings} × ${demands}, ${arcCount} arcs, ${kind}:`,
    `CPU ${cpu} ms, wall ${wall} ms, ${rss} MB, gap ${(100 * gap).toFixed(2)}%, worth ${objective}, ${flows} flows`,
    faults.length === 0 ? '' : `FAULTS ${faults.join(' ')}`,
    highs ? `(HiGHS: CPU ${highs.cpu} ms, worth ${highs.objective})` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

const [first, second, third] = process.argv.slice(2);
await (first === '--one' ? measureOne(second, third === '--highs') : measureAll(Number(first ?? Infinity)));
