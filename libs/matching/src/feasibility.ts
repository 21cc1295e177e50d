import { earliest, latest, type Day } from '@lienket/platform';
import { distanceM, placeOf } from './distance.js';
import type { DemandSide, ListingSide, Trader } from './pair.js';

/** Every reason why a listing and a demand don't fit; there is no other. */
export type MatchRule =
  | 'COMMODITY'
  | 'VARIETY'
  | 'GRADE'
  | 'CERTIFICATION'
  | 'WINDOW'
  | 'PRICE'
  | 'LOT'
  | 'DISTANCE'
  | 'ORGANIZATION_STATUS'
  | 'SAME_ORGANIZATION'
  | 'POSTING_STATUS';

const PERISHABLE_DAYS_MAX = 2;
export const PERISHABLE_DISTANCE_M_MAX = 300_000;

/** The rules that a pair breaks; none where it fits. Source: `Match` in matching.graphql. */
export function brokenRules(listing: ListingSide<Trader>, demand: DemandSide, today: Day): MatchRule[] {
  const kept: Record<MatchRule, boolean> = {
    COMMODITY: listing.goods.code === demand.goods.code,
    VARIETY: demand.variety === null || listing.variety === demand.variety,
    GRADE: demand.minimumGrade === null || isAtLeast(listing.goods.grades, listing.grade, demand.minimumGrade),
    CERTIFICATION: demand.requiredCertifications.every((scheme) => listing.certifications.includes(scheme)),
    WINDOW: latest(listing.availableFrom, demand.deliverFrom) <= earliest(listing.availableTo, demand.deliverTo),
    PRICE:
      listing.askPriceVndPerKg === null ||
      demand.maximumPriceVndPerKg === null ||
      listing.askPriceVndPerKg <= demand.maximumPriceVndPerKg,
    LOT: lotG(listing, demand) >= Math.max(listing.minimumLotG, demand.minimumLotG),
    DISTANCE: !spoilsFast(listing) || distanceBetweenM(listing, demand) <= PERISHABLE_DISTANCE_M_MAX,
    ORGANIZATION_STATUS: listing.supplier.active && demand.buyer.active,
    SAME_ORGANIZATION: listing.supplier.id !== demand.buyer.id,
    POSTING_STATUS: isOpen(listing, listing.availableTo, today) && isOpen(demand, demand.deliverTo, today),
  };
  return (Object.keys(kept) as MatchRule[]).filter((rule) => !kept[rule]);
}

/** The lot that both can trade at once, in grams. */
export const lotG = (listing: ListingSide<Trader>, demand: DemandSide): number =>
  Math.min(listing.remainingG, demand.remainingG);

export const placeOfListing = (listing: ListingSide<Trader>) =>
  placeOf(listing.location, listing.supplier.location, listing.provinceSeat);
export const placeOfDemand = (demand: DemandSide) =>
  placeOf(demand.location, demand.buyer.location, demand.provinceSeat);
export const distanceBetweenM = (listing: ListingSide<Trader>, demand: DemandSide): number =>
  distanceM(placeOfListing(listing), placeOfDemand(demand));

const spoilsFast = ({ goods }: ListingSide<Trader>): boolean =>
  goods.perishableDays !== null && goods.perishableDays <= PERISHABLE_DAYS_MAX;

const isOpen = (posting: ListingSide<Trader> | DemandSide, lastDay: Day, today: Day): boolean =>
  !posting.withdrawn && posting.remainingG > 0 && lastDay >= today;

function isAtLeast(bestFirst: readonly string[], grade: string | null, minimum: string): boolean {
  const [rank, rankWanted] = [grade === null ? -1 : bestFirst.indexOf(grade), bestFirst.indexOf(minimum)];
  return rank !== -1 && rankWanted !== -1 && rank <= rankWanted;
}
