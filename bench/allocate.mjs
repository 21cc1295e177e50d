import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../scripts/project-root.mjs';
import { syntheticMarket } from '../scripts/synthetic-market.mjs';
import { alternating, heading, load, median, table } from './measure.mjs';
import { installed } from './versions.mjs';

const SIZES = [
  { listings: 1_000, demands: 200, candidates: 10, rounds: 5 },
  { listings: 3_500, demands: 700, candidates: 10, rounds: 5 },
  { listings: 20_000, demands: 4_000, candidates: 10, rounds: 3 },
  { listings: 100_000, demands: 20_000, candidates: 14, rounds: 1 },
];
const SOLVERS = [
  { name: '**allocate**', solver: 'ours' },
  { name: 'HiGHS simplex (WebAssembly)', solver: 'highs' },
  { name: 'OR-Tools min-cost flow (WebAssembly)', solver: 'ortools' },
  { name: 'CLP dual simplex (native)', solver: 'clp' },
];
const LIMIT_S = 90;

const run = promisify(execFile);
const one = join(projectRoot, 'bench/peers/allocate-one.mjs');
const hasClp = process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, 'clp')));

/** The plan that is worth the most, without lots and limits: where every solver's answer is the same to the last dong. */
export async function measure() {
  heading('Allocation: the relaxation, without lots and limits', [installed(['highs', 'or-tools-wasm'])]);
  console.log(
    'Each solve in a process of its own, from the parsed problem to the flows, start-up of the solver included; medians of alternating rounds. ' +
      `MB is the peak of the whole process with the problem in it. Who takes longer than ${LIMIT_S} s is left out from then on.\n`,
  );
  if (!hasClp) console.log('CLP: not installed (no `clp` on the PATH).\n');
  const folder = mkdtempSync(join(tmpdir(), 'lienket-bench-'));
  try {
    const rows = [];
    let solvers = SOLVERS.filter(({ solver }) => solver !== 'clp' || hasClp);
    for (const { rounds, ...size } of SIZES) {
      const problem = syntheticMarket(size);
      const file = join(folder, 'problem.json');
      writeFileSync(file, JSON.stringify(problem));
      const { solved, late } = await solveAll(solvers, { file, rounds });
      solvers = solvers.filter((peer) => !late.has(peer));
      rows.push(...rowsOf({ ...size, arcCount: problem.arcs.length }, { solved, late }));
      console.error(`${problem.arcs.length} arcs are done, load ${load()}`);
    }
    table(['', 'wall ms', 'CPU ms', '× CPU', 'MB', 'worth in VND'], rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function solveAll(solvers, { file, rounds }) {
  const late = new Set();
  const solved = await alternating(solvers, rounds, async (peer) => {
    if (late.has(peer)) return null;
    try {
      const { stdout } = await run(process.execPath, [one, peer.solver, file], { timeout: LIMIT_S * 1000 });
      return JSON.parse(stdout);
    } catch (error) {
      if (!error.killed) throw error;
      late.add(peer);
      return null;
    }
  });
  return { solved, late };
}

/** Every worth is the same, or there is no table. */
function rowsOf({ listings, demands, arcCount }, { solved, late }) {
  const [[, ours]] = solved;
  const mid = (rounds, figure) => median(rounds.map((round) => round[figure]));
  return [...solved].map(([peer, rounds]) => {
    const what = `${listings.toLocaleString('en')} × ${demands.toLocaleString('en')}, ${arcCount.toLocaleString('en')} arcs: ${peer.name}`;
    if (late.has(peer)) return [what, `> ${LIMIT_S} s`, '', '', '', ''];
    const wrong = rounds.find(({ worth }) => worth !== ours[0].worth);
    if (wrong) throw new Error(`${peer.name} finds ${wrong.worth}, allocate ${ours[0].worth}, on ${arcCount} arcs.`);
    const ratio = (mid(rounds, 'cpu') / mid(ours, 'cpu')).toFixed(1);
    return [what, mid(rounds, 'wall'), mid(rounds, 'cpu'), ratio, mid(rounds, 'mb') ?? '–', rounds[0].worth];
  });
}
