import { graphql, type ResultOf } from '../app/graphql';

export const MatchesOfListing = graphql(`
  query MatchesOfListing($listingId: ID!) {
    listing(id: $listingId) {
      id
      status
      variety
      remainingKg
      availableFrom
      availableTo
      askPriceVndPerKg
      organization {
        id
      }
      commodity {
        code
        nameVi
        nameEn
        tradeUnit
        kgPerTradeUnit
      }
      matches(first: 20) {
        totalCount
        nodes {
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
          demand {
            id
            remainingKg
            deliverFrom
            deliverTo
            maximumPriceVndPerKg
            province {
              nameVi
              nameEn
            }
            buyer {
              id
              name
              chainRoles
            }
          }
        }
      }
    }
  }
`);

export type MatchedListing = NonNullable<ResultOf<typeof MatchesOfListing>['listing']>;
export type Match = MatchedListing['matches']['nodes'][number];
