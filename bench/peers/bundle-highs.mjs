// The best bundle by HiGHS: who is in it, as yes or no, and how many kilograms of each.

/** What the rules of bundles say each supplier beyond the first costs, as a share of the score of the whole order. */
const SUPPLIER_COST = 0.01;
const SCORE_UNIT = 1e6;
const KG = 1000;

/** @returns the candidates that are in the best bundle, or null where it wasn't proven to be best in time */
export function bestByHighs(highs, { candidates, order }, limitS) {
  const count = candidates.length;
  const orderKg = order.quantityG / KG;
  const kg = candidates.map(({ leastG, mostG }) => ({ least: leastG / KG, most: mostG / KG }));
  // Columns: the kilograms of each, then whether it is in. Rows: the order, the limit, each one's least and most, each supplier once.
  const rows = [
    { lower: orderKg, upper: orderKg },
    { lower: 0, upper: Math.min(order.suppliersMax, count) },
  ];
  const entries = Array.from({ length: 2 * count }, () => []);
  const addRow = (lower, upper, terms) => {
    const row = rows.push({ lower, upper }) - 1;
    for (const [column, factor] of terms) entries[column].push([row, factor]);
  };
  for (let place = 0; place < count; place += 1) {
    entries[place].push([0, 1]);
    entries[count + place].push([1, 1]);
  }
  kg.forEach(({ least, most }, place) => {
    addRow(-highs.infinity, 0, [
      [place, 1],
      [count + place, -most],
    ]);
    addRow(0, highs.infinity, [
      [place, 1],
      [count + place, -least],
    ]);
  });
  for (const places of placesBySupplier(candidates).values())
    if (places.length > 1)
      addRow(
        0,
        1,
        places.map((place) => [count + place, 1]),
      );

  const { variableType, objectiveSense, modelStatus } = highs.constants;
  const model = {
    numCols: 2 * count,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: [...candidates.map(({ score }) => score / SCORE_UNIT), ...candidates.map(() => -SUPPLIER_COST * orderKg)],
    colLower: new Float64Array(2 * count),
    colUpper: [...kg.map(({ most }) => most), ...candidates.map(() => 1)],
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: entries.map((_, column) => (column < count ? variableType.continuous : variableType.integer)),
    matrix: {
      format: 'csc',
      numRows: rows.length,
      numCols: 2 * count,
      starts: entries.reduce((starts, its) => [...starts, starts.at(-1) + its.length], [0]),
      indices: entries.flatMap((its) => its.map(([row]) => row)),
      values: entries.flatMap((its) => its.map(([, factor]) => factor)),
    },
  };
  return highs.withModel(model, (solving) => {
    solving.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-9, time_limit: limitS });
    solving.run();
    if (solving.getModelStatus() !== modelStatus.optimal) return null;
    const { colValue } = solving.getSolution();
    return candidates.filter((_, place) => colValue[count + place] > 0.5);
  });
}

function placesBySupplier(candidates) {
  const places = new Map();
  candidates.forEach(({ supplierId }, place) => places.set(supplierId, [...(places.get(supplierId) ?? []), place]));
  return places;
}
