import { graphql, type ResultOf } from '../app/graphql';
import { placesAndGoods } from '../app/places-and-goods';

/** What changes while a round is waited for. */
const roundState = graphql(`
  fragment roundState on MatchingRound @_unmask {
    id
    status
    progress
    stage
    failure
    objectiveVnd
    certificate {
      gap
    }
  }
`);

const roundSummary = graphql(
  `
    fragment roundSummary on MatchingRound @_unmask {
      ...roundState
      createdAt
      startedBy {
        login
      }
      commodities {
        code
        nameVi
        nameEn
      }
      provinces {
        code
        nameVi
        nameEn
      }
      deliverFrom
      deliverTo
      transportCostVndPerKgKm
      inclusionBonusVnd
    }
  `,
  [roundState],
);

export const Rounds = graphql(
  `
    query Rounds($after: String) {
      matchingRounds(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...roundSummary
        }
      }
    }
  `,
  [roundSummary],
);

export const OneRound = graphql(
  `
    query OneRound($id: ID!) {
      matchingRound(id: $id) {
        ...roundSummary
        boundVnd
        skippedListings
        skippedDemands
        newlyParticipating
        bonusCostVnd
        inputDigest
        certificate {
          feasible
          blockingPairs
          gap
          checkedAt
        }
        byProvince {
          province {
            code
            nameVi
            nameEn
          }
          suppliedKg
          supplierCount
          receivedKg
        }
      }
    }
  `,
  [roundSummary],
);

export const Allocations = graphql(`
  query Allocations($id: ID!, $after: String) {
    matchingRound(id: $id) {
      id
      allocations(first: 50, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          quantityKg
          priceVndPerKg
          surplusVnd
          listing {
            id
            variety
            commodity {
              code
              nameVi
              nameEn
            }
            province {
              nameVi
              nameEn
            }
            organization {
              id
              name
            }
          }
          demand {
            id
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

export const RoundChanged = graphql(
  `
    subscription RoundChanged($id: ID!) {
      matchingRoundChanged(id: $id) {
        ...roundState
      }
    }
  `,
  [roundState],
);

/** Of whose listings a round may be, and of what. */
export const WhatToMatch = graphql(
  `
    query WhatToMatch {
      me {
        id
        provinces {
          code
          nameVi
          nameEn
        }
      }
      ...placesAndGoods
    }
  `,
  [placesAndGoods],
);

export const StartRound = graphql(`
  mutation StartRound($input: StartMatchingRoundInput!) {
    startMatchingRound(input: $input) {
      id
      status
    }
  }
`);

export const CancelRound = graphql(`
  mutation CancelRound($id: ID!) {
    cancelMatchingRound(id: $id) {
      id
      status
    }
  }
`);

export const OfferFromRound = graphql(`
  mutation OfferFromRound($input: RoundOfferInput!) {
    offerFromRound(input: $input) {
      id
    }
  }
`);

export type RoundSummary = ResultOf<typeof roundSummary>;
export type Round = NonNullable<ResultOf<typeof OneRound>['matchingRound']>;
export type Allocation = NonNullable<ResultOf<typeof Allocations>['matchingRound']>['allocations']['nodes'][number];
