import { UNLIMITED, type IndexedProblem } from '../allocation/indexed-problem.js';
import type { BestPairs } from './best-pairs.js';
import type { CompatiblePairs } from './compatible-pairs.js';
import type { RoundBook } from './round.js';

type Arcs = Pick<IndexedProblem, 'arcSupply' | 'arcDemand' | 'arcValue' | 'arcLot'>;

/** The pairs that a round works with, of all that fit: arcs by the rows of their listing and demand. More come, none goes. */
export class PairPool {
  arcs: Arcs = {
    arcSupply: new Int32Array(0),
    arcDemand: new Int32Array(0),
    arcValue: new Int32Array(0),
    arcLot: new Float64Array(0),
  };
  private readonly nodes: Pick<IndexedProblem, 'supplyQuantity' | 'demandQuantity' | 'demandLimit'>;

  constructor(
    private readonly pairs: CompatiblePairs,
    { demands }: RoundBook,
  ) {
    this.nodes = {
      supplyQuantity: Float64Array.from(pairs.listingPlaces, (_, listing) => pairs.quantity(listing)),
      demandQuantity: Float64Array.from(pairs.demandPlaces, (_, demand) => pairs.wantedQuantity(demand)),
      demandLimit: Int32Array.from(pairs.demandPlaces, (place) =>
        Math.min(demands[place]!.maximumSuppliers ?? UNLIMITED, UNLIMITED),
      ),
    };
  }

  get size(): number {
    return this.arcs.arcValue.length;
  }

  /** The place of every arc. */
  get all(): Int32Array {
    return this.arcs.arcValue.map((_, arc) => arc);
  }

  problem(groups: Pick<IndexedProblem, 'supplyGroup' | 'groupBonus'>): IndexedProblem {
    const { supplyGroup, groupBonus } = groups;
    return { ...this.nodes, ...this.arcs, supplyGroup, groupBonus };
  }

  /** None of them may be there yet. @returns how many */
  add(found: BestPairs): number {
    const { pairs, arcs } = this;
    const listings: number[] = [];
    const demands: number[] = [];
    found.forEach((listing, demand) => {
      listings.push(listing);
      demands.push(demand);
    });
    this.arcs = {
      arcSupply: joined(Int32Array, arcs.arcSupply, listings),
      arcDemand: joined(Int32Array, arcs.arcDemand, demands),
      arcValue: joined(
        Int32Array,
        arcs.arcValue,
        listings.map((listing, at) => pairs.value(listing, demands[at]!)),
      ),
      arcLot: joined(
        Float64Array,
        arcs.arcLot,
        listings.map((listing, at) => pairs.lot(listing, demands[at]!)),
      ),
    };
    return listings.length;
  }
}

function joined<Numbers extends Int32Array | Float64Array>(
  kind: new (length: number) => Numbers,
  before: Numbers,
  more: readonly number[],
): Numbers {
  const all = new kind(before.length + more.length);
  all.set(before);
  all.set(more, before.length);
  return all;
}
