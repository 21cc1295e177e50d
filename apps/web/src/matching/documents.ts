import { graphql, type ResultOf } from '../app/graphql';
import { CommodityInTrade } from '../app/in-trade';
import type { ListedPhoto } from '../market/listing-photos';

const partsOfMatch = graphql(`
  fragment partsOfMatch on Match @_unmask {
    score
    quantityKg
    distanceKm
    distanceIsApproximate
    parts {
      criterion
      value
      weight
      reason
    }
  }
`);

/** Both directions are called alike: the posting, and of each match the other one. */
export const MatchesOfListing = graphql(
  `
    query MatchesOfListing($postingId: ID!) {
      posting: listing(id: $postingId) {
        id
        status
        variety
        quantityKg
        remainingKg
        from: availableFrom
        to: availableTo
        priceVndPerKg: askPriceVndPerKg
        organization {
          id
          name
          chainRoles
        }
        commodity {
          ...CommodityInTrade
        }
        matches(first: 20) {
          totalCount
          nodes {
            ...partsOfMatch
            other: demand {
              id
              variety
              grade: minimumGrade
              remainingKg
              from: deliverFrom
              to: deliverTo
              priceVndPerKg: maximumPriceVndPerKg
              province {
                nameVi
                nameEn
              }
              organization: buyer {
                id
                name
                chainRoles
              }
            }
          }
        }
      }
    }
  `,
  [partsOfMatch, CommodityInTrade],
);

export const MatchesOfDemand = graphql(
  `
    query MatchesOfDemand($postingId: ID!) {
      posting: demand(id: $postingId) {
        id
        status
        variety
        quantityKg
        remainingKg
        from: deliverFrom
        to: deliverTo
        priceVndPerKg: maximumPriceVndPerKg
        organization: buyer {
          id
          name
          chainRoles
        }
        commodity {
          ...CommodityInTrade
        }
        matches(first: 20) {
          totalCount
          nodes {
            ...partsOfMatch
            other: listing {
              id
              variety
              grade
              remainingKg
              from: availableFrom
              to: availableTo
              priceVndPerKg: askPriceVndPerKg
              province {
                nameVi
                nameEn
              }
              organization {
                id
                name
                chainRoles
              }
              photos {
                id
                url
                width
                height
              }
            }
          }
        }
      }
    }
  `,
  [partsOfMatch, CommodityInTrade],
);

export const BundlesOfDemand = graphql(
  `
    query BundlesOfDemand($postingId: ID!) {
      demand(id: $postingId) {
        id
        status
        variety
        remainingKg
        deliverFrom
        deliverTo
        maximumPriceVndPerKg
        buyer {
          id
          chainRoles
        }
        commodity {
          ...CommodityInTrade
        }
        bundles(first: 3) {
          score
          suppliers {
            quantityKg
            listing {
              id
              remainingKg
              minimumLotKg
              askPriceVndPerKg
              province {
                nameVi
                nameEn
              }
              organization {
                id
                name
              }
            }
          }
        }
      }
    }
  `,
  [CommodityInTrade],
);

export const OfferFromBundle = graphql(`
  mutation OfferFromBundle($input: BundleOfferInput!) {
    offerFromBundle(input: $input) {
      id
    }
  }
`);

export type BundledDemand = NonNullable<ResultOf<typeof BundlesOfDemand>['demand']>;
export type Bundle = BundledDemand['bundles'][number];
export type MatchedPosting = NonNullable<ResultOf<typeof MatchesOfListing>['posting']>;
type MatchOfListing = MatchedPosting['matches']['nodes'][number];
export type Match = MatchOfListing & {
  /** Of a listing that fits a demand. */
  readonly other: { readonly photos?: readonly ListedPhoto[] };
};
