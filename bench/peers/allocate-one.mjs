// One solver, one problem, one process: its flows are judged here, by their worth and by what they take and bring.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { cpuWithChildren } from '../measure.mjs';

/** Each answers the quantity of every arc. */
const SOLVERS = { ours, highs, ortools, clp };

const [solver, file] = process.argv.slice(2);
const problem = JSON.parse(readFileSync(file, 'utf8'));
const startedAt = performance.now();
const cpuBefore = cpuWithChildren(process.pid);
const flows = await SOLVERS[solver](problem);
const cpu = Math.round((cpuWithChildren(process.pid) - cpuBefore) / 1000);
const wall = Math.round(performance.now() - startedAt);
const mb = solver === 'clp' ? null : Math.round(process.resourceUsage().maxRSS / 1000);
// OR-Tools leaves a worker behind, so the end is said.
process.stdout.write(JSON.stringify({ wall, cpu, mb, worth: String(worthOf(problem, flows)) }), () => process.exit(0));

function worthOf({ supplies, demands, arcs }, quantities) {
  const left = new Map([...supplies, ...demands].map(({ id, quantity }) => [id, quantity]));
  let worth = 0n;
  arcs.forEach(({ supply, demand, value }, arc) => {
    const quantity = Math.round(quantities[arc]);
    if (quantity < 0 || Math.abs(quantity - quantities[arc]) > 1e-4)
      throw new Error(`${solver} sends no whole kilogram.`);
    for (const id of [supply, demand]) left.set(id, left.get(id) - quantity);
    worth += BigInt(value) * BigInt(quantity);
  });
  if ([...left.values()].some((quantity) => quantity < 0)) throw new Error(`${solver} sends more than there is.`);
  return worth;
}

async function ours(given) {
  const { allocate } = await import('../../dist/libs/matching/src/allocation/allocate.js');
  const { flows: sent } = allocate(given);
  const bySupply = new Map(sent.map(({ supply, demand, quantity }) => [`${supply} ${demand}`, quantity]));
  return given.arcs.map(({ supply, demand }) => bySupply.get(`${supply} ${demand}`) ?? 0);
}

async function highs({ supplies, demands, arcs }) {
  const solvers = await (await import('highs')).default();
  const rowOf = new Map([...supplies, ...demands].map(({ id }, row) => [id, row]));
  const indices = new Int32Array(2 * arcs.length);
  arcs.forEach(({ supply, demand }, arc) => indices.set([rowOf.get(supply), rowOf.get(demand)], 2 * arc));
  const model = {
    numCols: arcs.length,
    numRows: rowOf.size,
    sense: solvers.constants.objectiveSense.maximize,
    colCost: Float64Array.from(arcs, ({ value }) => value),
    colLower: new Float64Array(arcs.length),
    colUpper: new Float64Array(arcs.length).fill(solvers.infinity),
    rowLower: new Float64Array(rowOf.size).fill(-solvers.infinity),
    rowUpper: Float64Array.from([...supplies, ...demands], ({ quantity }) => quantity),
    matrix: {
      format: 'csc',
      numRows: rowOf.size,
      numCols: arcs.length,
      starts: Int32Array.from({ length: arcs.length + 1 }, (_, arc) => 2 * arc),
      indices,
      values: new Float64Array(2 * arcs.length).fill(1),
    },
  };
  return solvers.withModel(model, (solving) => {
    solving.options.set({ output_flag: false, solver: 'simplex' });
    solving.run();
    return Float64Array.from(solving.getSolution().colValue);
  });
}

/** From a source over the supplies and demands to a sink, past which goes what isn't traded. */
async function ortools({ supplies, demands, arcs }) {
  const { NetworkFlow } = await import('or-tools-wasm/network-flow');
  NetworkFlow.setWorkerBridgeEnabled(false);
  await NetworkFlow.initNetworkFlow();
  const flow = new NetworkFlow.SimpleMinCostFlow();
  const nodeOf = new Map([...supplies, ...demands].map(({ id }, node) => [id, node + 2]));
  const quantityOf = new Map([...supplies, ...demands].map(({ id, quantity }) => [id, quantity]));
  for (const { supply, demand, value } of arcs) {
    const most = Math.min(quantityOf.get(supply), quantityOf.get(demand));
    flow.addArcWithCapacityAndUnitCost(nodeOf.get(supply), nodeOf.get(demand), most, -value);
  }
  const total = supplies.reduce((sum, { quantity }) => sum + quantity, 0);
  for (const { id, quantity } of supplies) flow.addArcWithCapacityAndUnitCost(0, nodeOf.get(id), quantity, 0);
  for (const { id, quantity } of demands) flow.addArcWithCapacityAndUnitCost(nodeOf.get(id), 1, quantity, 0);
  flow.addArcWithCapacityAndUnitCost(0, 1, total, 0);
  flow.setNodeSupply(0, total);
  flow.setNodeSupply(1, -total);
  const status = await flow.solve();
  if (status !== NetworkFlow.SimpleMinCostFlow.OPTIMAL) throw new Error(`OR-Tools ended with status ${status}.`);
  return arcs.map((_, arc) => flow.flow(arc));
}

/** By the files of the 1960s that it reads, which is part of what it takes. */
function clp({ supplies, demands, arcs }) {
  const folder = mkdtempSync(join(tmpdir(), 'lienket-clp-'));
  try {
    const [model, solution] = ['model.mps', 'solution.txt'].map((name) => join(folder, name));
    const rows = [...supplies, ...demands];
    writeFileSync(
      model,
      [
        'NAME lienket\nROWS\n N cost',
        ...rows.map(({ id }) => ` L ${id}`),
        'COLUMNS',
        ...arcs.map(({ supply, demand, value }, arc) => ` x${arc} cost ${-value} ${supply} 1\n x${arc} ${demand} 1`),
        'RHS',
        ...rows.map(({ id, quantity }) => ` rhs ${id} ${quantity}`),
        'ENDATA\n',
      ].join('\n'),
    );
    execFileSync('clp', [model, '-dualsimplex', '-solution', solution], { stdio: ['ignore', 'ignore', 'inherit'] });
    const quantities = new Float64Array(arcs.length);
    for (const [, arc, quantity] of readFileSync(solution, 'utf8').matchAll(/^\s*\d+\s+x(\d+)\s+(\S+)/gm))
      quantities[arc] = Number(quantity);
    return quantities;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
