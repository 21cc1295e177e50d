import type { GroupLots } from '../allocation/group-lots.js';
import type { CompatiblePairs } from './compatible-pairs.js';
import type { RoundBook } from './round.js';

/** The organizations that a bonus is for, as groups of the allocation problem. */
export interface Incentive {
  /** By row of listing; −1 where there is no bonus. */
  readonly supplyGroup: Int32Array;
  readonly groupBonus: Float64Array;
  readonly lots: GroupLots;
}

export function noIncentive({ listingPlaces }: CompatiblePairs): Incentive {
  return {
    supplyGroup: new Int32Array(listingPlaces.length).fill(-1),
    groupBonus: new Float64Array(0),
    lots: {
      least: new Float64Array(0),
      most: new Float64Array(0),
      isOffered: new Uint8Array(listingPlaces.length).fill(1),
    },
  };
}

/** What all compatible pairs let a group send: so the bound holds for pairs too that nobody has looked at. */
export function incentiveOf(pairs: CompatiblePairs, { listings, inclusionBonusVnd }: RoundBook): Incentive {
  const groups = new Map<string, number>();
  const supplyGroup = Int32Array.from(pairs.listingPlaces, (place) => {
    const { earnsBonus, organizationId } = listings[place]!;
    if (!earnsBonus) return -1;
    const group = groups.get(organizationId) ?? groups.size;
    groups.set(organizationId, group);
    return group;
  });
  const least = new Float64Array(groups.size);
  const most = new Float64Array(groups.size);
  const isOffered = new Uint8Array(supplyGroup.length).fill(1);
  supplyGroup.forEach((group, listing) => {
    if (group !== -1) isOffered[listing] = 0;
  });
  for (const { listings: range, demands } of pairs.commodities) {
    for (let listing = range[0]; listing < range[1]; listing += 1) {
      const group = supplyGroup[listing]!;
      if (group === -1) continue;
      // Demands lie by lot: the first that fits has the least.
      for (let demand = demands[0]; demand < demands[1]; demand += 1) {
        if (pairs.value(listing, demand) === -Infinity) continue;
        const lot = pairs.lot(listing, demand);
        least[group] = least[group] === 0 ? lot : Math.min(least[group]!, lot);
        most[group]! += pairs.quantity(listing);
        isOffered[listing] = 1;
        break;
      }
    }
  }
  const groupBonus = new Float64Array(groups.size).fill(inclusionBonusVnd);
  return { supplyGroup, groupBonus, lots: { least, most, isOffered } };
}

/** The same where no lot has to be kept: the first kilogram earns it. */
export function withoutLots({ lots, ...others }: Incentive): Incentive {
  return { ...others, lots: { ...lots, least: lots.least.map((lot) => Math.min(lot, 1)) } };
}
