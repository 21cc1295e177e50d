import type { Prices } from '../allocation/prices.js';
import type { CompatiblePairs } from './compatible-pairs.js';
import type { PairPool } from './pair-pool.js';
import { middleOf, priceInterval } from './price-interval.js';
import type { DualPrices, RoundAllocation, RoundFlow } from './round.js';

/** What was found by row and arc, by place in the book. */
export class PlanInBook {
  constructor(
    private readonly pairs: CompatiblePairs,
    private readonly pool: PairPool,
  ) {}

  prices({ supply, demand }: Prices): DualPrices {
    return { supply: byPlace(this.pairs.listingPlaces, supply), demand: byPlace(this.pairs.demandPlaces, demand) };
  }

  /** By listing, then by demand. */
  flows(flows: Float64Array): RoundFlow[] {
    return this.traded(flows).map(({ flow }) => flow);
  }

  allocations(flows: Float64Array, { supply, demand }: Prices): RoundAllocation[] {
    const { arcSupply, arcDemand, arcValue } = this.pool.arcs;
    return this.traded(flows).map(({ arc, flow }) => {
      const [listing, wanted] = [arcSupply[arc]!, arcDemand[arc]!];
      const interval = priceInterval({
        askVndPerKg: this.pairs.ask[listing]!,
        maximumVndPerKg: this.pairs.maximum[wanted]!,
        valueVndPerKg: arcValue[arc]!,
        supplyPrice: supply[listing]!,
        demandPrice: demand[wanted]!,
      });
      return { ...flow, priceVndPerKg: middleOf(interval) };
    });
  }

  private traded(flows: Float64Array): { readonly arc: number; readonly flow: RoundFlow }[] {
    const { listingPlaces, demandPlaces } = this.pairs;
    const { arcSupply, arcDemand } = this.pool.arcs;
    return [...flows.keys()]
      .filter((arc) => flows[arc] !== 0)
      .map((arc) => ({
        arc,
        flow: {
          listing: listingPlaces[arcSupply[arc]!]!,
          demand: demandPlaces[arcDemand[arc]!]!,
          quantityKg: flows[arc]!,
        },
      }))
      .sort(({ flow: a }, { flow: b }) => a.listing - b.listing || a.demand - b.demand);
  }
}

function byPlace(places: Int32Array, rows: Float64Array): number[] {
  const prices = new Array<number>(rows.length).fill(0);
  // 0 has a sign of its own, which JSON doesn't keep.
  places.forEach((place, row) => (prices[place] = rows[row]! + 0));
  return prices;
}
