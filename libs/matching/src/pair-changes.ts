import type { Day } from '@lienket/platform';
import { lotG, type MatchRule } from './feasibility.js';
import type { DemandSide, ListingSide, Trader } from './pair.js';

/** What would be different of one posting, or of both at once. */
export interface PairChange {
  readonly listing?: Partial<ListingSide<Trader>>;
  readonly demand?: Partial<DemandSide>;
}

/**
 * The smallest changes of a pair that breaks this rule, each of which is enough for it; none where neither side can help it:
 * what the goods are, where they are, whose they are, and what a program manager decides.
 */
export const changesFor = (
  rule: MatchRule,
  listing: ListingSide<Trader>,
  demand: DemandSide,
  today: Day,
): PairChange[] => CHANGES[rule]?.(listing, demand, today) ?? [];

type Changes = (listing: ListingSide<Trader>, demand: DemandSide, today: Day) => PairChange[];

const variety: Changes = (listing, demand) => [
  ...(listing.variety === null ? [{ listing: { variety: demand.variety } }] : []),
  { demand: { variety: null } },
];

const grade: Changes = (listing, demand) =>
  listing.grade === null
    ? [
        ...(listing.goods.code === demand.goods.code ? [{ listing: { grade: demand.minimumGrade } }] : []),
        { demand: { minimumGrade: null } },
      ]
    : [{ demand: { minimumGrade: listing.goods.code === demand.goods.code ? listing.grade : null } }];

const certification: Changes = (listing, demand) => [
  { listing: { certifications: [...new Set([...listing.certifications, ...demand.requiredCertifications])] } },
  {
    demand: {
      requiredCertifications: demand.requiredCertifications.filter((scheme) => listing.certifications.includes(scheme)),
    },
  },
];

const window: Changes = (listing, demand) =>
  listing.availableTo < demand.deliverFrom
    ? [{ listing: { availableTo: demand.deliverFrom } }, { demand: { deliverFrom: listing.availableTo } }]
    : [{ listing: { availableFrom: demand.deliverTo } }, { demand: { deliverTo: listing.availableFrom } }];

const price: Changes = (listing, demand) => [
  { listing: { askPriceVndPerKg: demand.maximumPriceVndPerKg } },
  { demand: { maximumPriceVndPerKg: listing.askPriceVndPerKg } },
];

/** Smaller lots do where something is left on both sides; else there must be more of it. */
const lot: Changes = (listing, demand) => {
  const [lot, least] = [lotG(listing, demand), Math.max(listing.minimumLotG, demand.minimumLotG)];
  if (lot <= 0)
    return [
      {
        ...(listing.remainingG < least && { listing: { remainingG: least } }),
        ...(demand.remainingG < least && { demand: { remainingG: least } }),
      },
    ];
  return [
    {
      ...(listing.minimumLotG > lot && { listing: { minimumLotG: lot } }),
      ...(demand.minimumLotG > lot && { demand: { minimumLotG: lot } }),
    },
  ];
};

/** A withdrawn posting stays so; one that is filled or past its window is open again with more to trade or a later last day. */
const postingStatus: Changes = (listing, demand, today) => {
  if (listing.withdrawn || demand.withdrawn) return [];
  return [
    {
      listing: {
        ...(listing.remainingG <= 0 && { remainingG: listing.minimumLotG }),
        ...(listing.availableTo < today && { availableTo: today }),
      },
      demand: {
        ...(demand.remainingG <= 0 && { remainingG: demand.minimumLotG }),
        ...(demand.deliverTo < today && { deliverTo: today }),
      },
    },
  ];
};

const CHANGES: Readonly<Partial<Record<MatchRule, Changes>>> = {
  VARIETY: variety,
  GRADE: grade,
  CERTIFICATION: certification,
  WINDOW: window,
  PRICE: price,
  LOT: lot,
  POSTING_STATUS: postingStatus,
};
