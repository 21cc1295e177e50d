import { graphql, type ResultOf } from '../app/graphql';
import { CommodityInTrade } from '../app/in-trade';

export const MarketBasics = graphql(
  `
    query MarketBasics {
      commodities {
        ...CommodityInTrade
        grades
      }
      certificationSchemes {
        code
        nameVi
        nameEn
      }
    }
  `,
  [CommodityInTrade],
);

/** Listings and demands are called alike by what is alike in them. */
export const MyListings = graphql(
  `
    query MyListings($organizationId: ID!) {
      postings: listings(
        filter: { organizationId: $organizationId, statuses: [OPEN, FILLED, WITHDRAWN, EXPIRED] }
        first: 50
      ) {
        totalCount
        nodes {
          id
          commodity {
            ...CommodityInTrade
          }
          variety
          grade
          certifications
          quantityKg
          remainingKg
          minimumLotKg
          from: availableFrom
          to: availableTo
          priceVndPerKg: askPriceVndPerKg
          province {
            code
          }
          location {
            latitude
            longitude
          }
          status
          createdAt
          photos {
            id
            url
            width
            height
          }
        }
      }
    }
  `,
  [CommodityInTrade],
);

export const MyDemands = graphql(
  `
    query MyDemands($organizationId: ID!) {
      postings: demands(
        filter: { organizationId: $organizationId, statuses: [OPEN, FILLED, WITHDRAWN, EXPIRED] }
        first: 50
      ) {
        totalCount
        nodes {
          id
          commodity {
            ...CommodityInTrade
          }
          variety
          grade: minimumGrade
          certifications: requiredCertifications
          quantityKg
          remainingKg
          minimumLotKg
          maximumSuppliers
          from: deliverFrom
          to: deliverTo
          priceVndPerKg: maximumPriceVndPerKg
          province {
            code
          }
          location {
            latitude
            longitude
          }
          status
          createdAt
        }
      }
    }
  `,
  [CommodityInTrade],
);

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

export const WithdrawListing = graphql(`
  mutation WithdrawListing($id: ID!) {
    withdrawListing(id: $id) {
      id
      status
    }
  }
`);

export const RemoveListingPhoto = graphql(`
  mutation RemoveListingPhoto($id: ID!) {
    removeListingPhoto(id: $id) {
      id
      photos {
        id
      }
    }
  }
`);

export const WithdrawDemand = graphql(`
  mutation WithdrawDemand($id: ID!) {
    withdrawDemand(id: $id) {
      id
      status
    }
  }
`);

export type Basics = ResultOf<typeof MarketBasics>;
export type Commodity = Basics['commodities'][number];
type OwnListing = ResultOf<typeof MyListings>['postings']['nodes'][number];
export type OwnPosting = Omit<OwnListing, 'photos'> & {
  /** Of a listing. */
  readonly photos?: OwnListing['photos'];
  /** Of a demand. */
  readonly maximumSuppliers?: number | null;
};
