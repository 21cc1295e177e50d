// The same pairs as visitPairsAbove finds, but by province: what costs more than a demand pays less the shortest way from there isn't looked at.
const { metresToBox } = await import('../../dist/libs/matching/src/ranking/metres.js');

/** @returns how many pairs it took a first look at */
export function visitPairsByProvince(
  pairs,
  { listings, demands },
  provinceOf,
  vndPerTonneKm,
  { supply, demand },
  visit,
  least,
) {
  const { ask, maximum, supply: offered, wanted } = pairs;
  const cost = Float64Array.from(
    { length: listings[1] - listings[0] },
    (_, at) => ask[listings[0] + at] + supply[listings[0] + at],
  );
  const listing = Int32Array.from(cost.keys())
    .sort((a, b) => provinceOf[listings[0] + a] - provinceOf[listings[0] + b] || cost[a] - cost[b] || a - b)
    .map((at) => listings[0] + at);
  const inOrder = (column) => listing.map((its) => column[its]);
  const costs = Float64Array.from(listing, (its) => cost[its - listings[0]]);
  const [from, to, grade] = [inOrder(offered.from), inOrder(offered.to), inOrder(pairs.grade)];
  const provinces = boxesOf(listing, provinceOf, offered);
  let looks = 0;
  for (let its = demands[0]; its < demands[1]; its += 1) {
    const most = maximum[its];
    const limit = most - demand[its];
    const [wantedFrom, wantedTo, worstGrade] = [wanted.from[its], wanted.to[its], pairs.minimumGrade[its]];
    for (const province of provinces) {
      if (limit <= costs[province.start]) continue;
      const { south, north, west, east } = province;
      const metres = metresToBox(wanted.latitude[its], wanted.longitude[its], south, north, west, east);
      const within = limit - (vndPerTonneKm * metres) / 1e6;
      for (let at = province.start; at < province.end; at += 1) {
        const left = within - costs[at];
        if (left <= 0) break;
        looks += 1;
        if (from[at] > wantedTo || to[at] < wantedFrom || grade[at] > worstGrade) continue;
        const one = listing[at];
        if (left <= least(one, its) || ask[one] > most || !pairs.mayFit(one, its)) continue;
        const more = limit - costs[at] - pairs.transport(one, its);
        if (more > 0) visit(one, its, more);
      }
    }
  }
  return looks;
}

function boxesOf(listing, provinceOf, { latitude, longitude }) {
  const boxes = [];
  listing.forEach((its, at) => {
    if (at === 0 || provinceOf[its] !== provinceOf[listing[at - 1]])
      boxes.push({ start: at, south: Infinity, north: -Infinity, west: Infinity, east: -Infinity });
    const box = boxes.at(-1);
    box.end = at + 1;
    box.south = Math.min(box.south, latitude[its]);
    box.north = Math.max(box.north, latitude[its]);
    box.west = Math.min(box.west, longitude[its]);
    box.east = Math.max(box.east, longitude[its]);
  });
  return boxes;
}
