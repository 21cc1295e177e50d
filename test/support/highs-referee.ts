import type { Highs } from 'highs';
import { createRequire } from 'node:module';
import type { AllocationProblem as Problem } from '@lienket/matching';

// It declares the types of its CommonJS form.
const loadHighs = createRequire(import.meta.url)('highs') as () => Promise<Highs>;
const highs = await loadHighs();
const { objectiveSense, variableType } = highs.constants;

/**
 * The greatest worth by a solver that isn't ours. Only whether an arc with a lot or a limit is used has to be said to be whole:
 * what flows is then whole at the corners. It is rounded to that and added up exactly.
 */
export function optimumByHighs(problem: Problem): bigint {
  const rows = new Rows();
  const columns = new Columns();
  const supplyRow = new Map(problem.supplies.map(({ id, quantity }) => [id, rows.add(-highs.infinity, quantity)]));
  const demandRow = new Map(problem.demands.map(({ id, quantity }) => [id, rows.add(-highs.infinity, quantity)]));
  const limitRow = new Map(
    problem.demands.map(({ id, maximumSuppliers }) => [
      id,
      rows.add(-highs.infinity, maximumSuppliers ?? highs.infinity),
    ]),
  );
  const bonuses = (problem.groups ?? []).map(({ id, bonus }) => ({ id, bonus, row: rows.add(-highs.infinity, 0) }));
  const bonusRow = new Map(bonuses.map(({ id, row }) => [id, row]));
  const supplies = new Map(problem.supplies.map((supply) => [supply.id, supply]));
  const demands = new Map(problem.demands.map((demand) => [demand.id, demand]));

  const sent = problem.arcs.map((arc) => {
    const supply = supplies.get(arc.supply)!;
    const demand = demands.get(arc.demand)!;
    const lot = Math.max(arc.minimumLot ?? 0, demand.minimumLot ?? 0);
    const most = Math.min(supply.quantity, demand.quantity);
    const column = columns.add(arc.value, most, variableType.continuous, [
      [supplyRow.get(arc.supply)!, 1],
      [demandRow.get(arc.demand)!, 1],
    ]);
    if (supply.group != null) columns.put(column, bonusRow.get(supply.group)!, -1);
    if (lot > 1 || demand.maximumSuppliers != null) {
      const isUsed = columns.add(0, 1, variableType.integer, [[limitRow.get(arc.demand)!, 1]]);
      columns.put(column, rows.sharing(columns, isUsed, -most, -highs.infinity, 0), 1);
      columns.put(column, rows.sharing(columns, isUsed, -lot, 0, highs.infinity), 1);
    }
    return { column, value: arc.value };
  });
  const served = bonuses.map(({ bonus, row }) => ({
    column: columns.add(bonus, 1, variableType.continuous, [[row, 1]]),
    value: bonus,
  }));
  if (columns.count === 0) return 0n;

  const solution = highs.withModel(
    { ...columns.model(), ...rows.model(), matrix: columns.matrix(rows.count) },
    (model) => {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 0,
        mip_feasibility_tolerance: 1e-9,
        time_limit: 20,
      });
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('HiGHS found no optimum.');
      return model.getSolution().colValue;
    },
  );
  return [...sent, ...served].reduce(
    (worth, { column, value }) => worth + BigInt(value) * BigInt(Math.round(solution[column]!)),
    0n,
  );
}

class Rows {
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];

  get count(): number {
    return this.lower.length;
  }

  add(lower: number, upper: number): number {
    this.upper.push(upper);
    return this.lower.push(lower) - 1;
  }

  /** A row with this coefficient of this column. */
  sharing(columns: Columns, column: number, coefficient: number, lower: number, upper: number): number {
    const row = this.add(lower, upper);
    columns.put(column, row, coefficient);
    return row;
  }

  model() {
    return { numRows: this.count, rowLower: this.lower, rowUpper: this.upper };
  }
}

class Columns {
  private readonly cost: number[] = [];
  private readonly upper: number[] = [];
  private readonly kinds: (typeof variableType)['integer' | 'continuous'][] = [];
  private readonly entries: [row: number, coefficient: number][][] = [];

  get count(): number {
    return this.cost.length;
  }

  add(cost: number, upper: number, kind: (typeof this.kinds)[number], entries: [number, number][]): number {
    this.cost.push(cost);
    this.upper.push(upper);
    this.kinds.push(kind);
    return this.entries.push(entries) - 1;
  }

  put(column: number, row: number, coefficient: number): void {
    this.entries[column]!.push([row, coefficient]);
  }

  model() {
    return {
      numCols: this.count,
      sense: objectiveSense.maximize,
      colCost: this.cost,
      colLower: this.cost.map(() => 0),
      colUpper: this.upper,
      integrality: this.kinds,
    };
  }

  matrix(numRows: number) {
    const entries = this.entries.map((its) => its.toSorted(([a], [b]) => a - b));
    const starts = [0];
    for (const its of entries) starts.push(starts.at(-1)! + its.length);
    return {
      format: 'csc' as const,
      numRows,
      numCols: this.count,
      starts,
      indices: entries.flatMap((its) => its.map(([row]) => row)),
      values: entries.flatMap((its) => its.map(([, coefficient]) => coefficient)),
    };
  }
}
