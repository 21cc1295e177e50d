import { UnsoundProblem, type Id, type Problem } from './problem.js';

/** Without a limit of suppliers. */
export const UNLIMITED = 0x7fffffff;
const MOST_SUM = Number.MAX_SAFE_INTEGER;

/** A problem in typed arrays: supplies, demands, arcs and groups by their place in it. */
export interface IndexedProblem {
  readonly supplyQuantity: Float64Array;
  /** −1 where there is none, or its bonus is 0. */
  readonly supplyGroup: Int32Array;
  readonly demandQuantity: Float64Array;
  readonly demandLimit: Int32Array;
  readonly arcSupply: Int32Array;
  readonly arcDemand: Int32Array;
  readonly arcValue: Int32Array;
  /** At least 1. */
  readonly arcLot: Float64Array;
  readonly groupBonus: Float64Array;
}

/** @throws UnsoundProblem where an id is there twice or missing, a pair is there twice, or quantities add up to more than 2^53 − 1 */
export function indexProblem({ supplies, demands, arcs, groups }: Problem): IndexedProblem {
  const groupPlaces = placesOf('groups', groups ?? []);
  const groupBonus = Float64Array.from(groups ?? [], ({ bonus }) => bonus);
  const supplyGroup = Int32Array.from(supplies, ({ group }, place) => {
    if (group == null) return -1;
    const groupPlace = placeOf(groupPlaces, group, `supplies[${place}].group`, 'groups');
    return groupBonus[groupPlace] === 0 ? -1 : groupPlace;
  });
  const supplyPlaces = placesOf('supplies', supplies);
  const demandPlaces = placesOf('demands', demands);
  const indexed = {
    supplyQuantity: quantitiesOf('supplies', supplies),
    supplyGroup,
    demandQuantity: quantitiesOf('demands', demands),
    demandLimit: Int32Array.from(demands, ({ maximumSuppliers }) => Math.min(maximumSuppliers ?? UNLIMITED, UNLIMITED)),
    arcSupply: new Int32Array(arcs.length),
    arcDemand: new Int32Array(arcs.length),
    arcValue: new Int32Array(arcs.length),
    arcLot: new Float64Array(arcs.length),
    groupBonus,
  };
  arcs.forEach(({ supply, demand, value, minimumLot }, arc) => {
    const demandPlace = placeOf(demandPlaces, demand, `arcs[${arc}].demand`, 'demands');
    indexed.arcSupply[arc] = placeOf(supplyPlaces, supply, `arcs[${arc}].supply`, 'supplies');
    indexed.arcDemand[arc] = demandPlace;
    indexed.arcValue[arc] = value;
    indexed.arcLot[arc] = Math.max(1, minimumLot ?? 0, demands[demandPlace]!.minimumLot ?? 0);
  });
  refusePairsTwice(indexed);
  return indexed;
}

function placesOf(list: string, entries: readonly { readonly id: Id }[]): Map<string, number> {
  const places = new Map<string, number>();
  entries.forEach(({ id }, place) => {
    const first = places.get(String(id));
    if (first !== undefined)
      throw new UnsoundProblem(`${list}[${place}].id: ${JSON.stringify(id)} is already the id of ${list}[${first}].`);
    places.set(String(id), place);
  });
  return places;
}

function placeOf(places: ReadonlyMap<string, number>, id: Id, where: string, list: string): number {
  const place = places.get(String(id));
  if (place === undefined) throw new UnsoundProblem(`${where}: ${list} has no ${JSON.stringify(id)}.`);
  return place;
}

function quantitiesOf(list: string, entries: readonly { readonly quantity: number }[]): Float64Array {
  const quantities = Float64Array.from(entries, ({ quantity }) => quantity);
  if (quantities.reduce((sum, quantity) => sum + quantity, 0) > MOST_SUM)
    throw new UnsoundProblem(`${list}: their quantities add up to more than ${MOST_SUM}.`);
  return quantities;
}

function refusePairsTwice({ arcSupply, arcDemand, demandQuantity, supplyQuantity }: IndexedProblem): void {
  const { starts, arcs } = arcsBy(arcDemand, demandQuantity.length);
  const lastArc = new Int32Array(supplyQuantity.length).fill(-1);
  for (let demand = 0; demand < demandQuantity.length; demand += 1) {
    for (let at = starts[demand]!; at < starts[demand + 1]!; at += 1) {
      const arc = arcs[at]!;
      const first = lastArc[arcSupply[arc]!]!;
      if (first !== -1 && arcDemand[first] === demand)
        throw new UnsoundProblem(`arcs[${arc}]: its supply and demand are already paired by arcs[${first}].`);
      lastArc[arcSupply[arc]!] = arc;
    }
  }
}

/** Arcs in the order of what they belong to, each one's from `starts[it]` to `starts[it + 1]`; in their own order within. */
function arcsBy(owner: Int32Array, ownerCount: number): { starts: Int32Array; arcs: Int32Array } {
  const starts = new Int32Array(ownerCount + 1);
  for (const one of owner) starts[one + 1]! += 1;
  for (let one = 0; one < ownerCount; one += 1) starts[one + 1]! += starts[one]!;
  const next = starts.slice(0, ownerCount);
  const arcs = new Int32Array(owner.length);
  for (let arc = 0; arc < owner.length; arc += 1) {
    arcs[next[owner[arc]!]!] = arc;
    next[owner[arc]!]! += 1;
  }
  return { starts, arcs };
}

export interface ArcsOfDemands {
  readonly starts: Int32Array;
  readonly arcs: Int32Array;
}

export function arcsOfDemands({ arcDemand, demandQuantity }: IndexedProblem, usable: Int32Array): ArcsOfDemands {
  const { starts, arcs } = arcsBy(
    usable.map((arc) => arcDemand[arc]!),
    demandQuantity.length,
  );
  return { starts, arcs: arcs.map((place) => usable[place]!) };
}
