import { graphql, type ResultOf } from '../app/graphql';

export const MarketBasics = graphql(`
  query MarketBasics {
    commodities {
      code
      nameVi
      nameEn
      grades
      tradeUnit
      kgPerTradeUnit
    }
    certificationSchemes {
      code
      nameVi
      nameEn
    }
  }
`);

export const MyListings = graphql(`
  query MyListings($organizationId: ID!) {
    listings(filter: { organizationId: $organizationId, statuses: [OPEN, FILLED, WITHDRAWN, EXPIRED] }, first: 50) {
      totalCount
      nodes {
        id
        commodity {
          code
          nameVi
          nameEn
          tradeUnit
          kgPerTradeUnit
        }
        variety
        grade
        certifications
        quantityKg
        remainingKg
        availableFrom
        availableTo
        askPriceVndPerKg
        status
        createdAt
      }
    }
  }
`);

export const AskedPrices = graphql(`
  query AskedPrices($commodityCode: ID!, $provinceCode: ID!) {
    listings(filter: { commodityCodes: [$commodityCode], provinceCodes: [$provinceCode] }, first: 50) {
      nodes {
        id
        askPriceVndPerKg
      }
    }
  }
`);

export const CreateListing = graphql(`
  mutation CreateListing($input: ListingInput!) {
    createListing(input: $input) {
      id
    }
  }
`);

export const WithdrawListing = graphql(`
  mutation WithdrawListing($id: ID!) {
    withdrawListing(id: $id) {
      id
      status
    }
  }
`);

export type Basics = ResultOf<typeof MarketBasics>;
export type Commodity = Basics['commodities'][number];
export type OwnListing = ResultOf<typeof MyListings>['listings']['nodes'][number];
