import { graphql, type ResultOf } from '../app/graphql';
import { CommodityInTrade } from '../app/in-trade';

export const OfferContract = graphql(`
  mutation OfferContract($input: OfferContractInput!) {
    offerContract(input: $input) {
      id
    }
  }
`);

export const contractSummary = graphql(
  `
    fragment contractSummary on LinkageContract @_unmask {
      id
      number
      status
      version
      startsOn
      endsOn
      validUntil
      parties {
        organization {
          id
          name
        }
        roles
        lead
        signedAt
      }
      lines {
        id
        supplier {
          id
        }
        buyer {
          id
        }
        listing {
          id
        }
        demand {
          id
        }
        commodity {
          ...CommodityInTrade
          grades
        }
        variety
        grade
        quantityKg
        acceptedKg
        priceVndPerKg
        priceMechanism
      }
    }
  `,
  [CommodityInTrade],
);

export const MyContracts = graphql(
  `
    query MyContracts($organizationId: ID!) {
      contracts(organizationId: $organizationId, first: 50) {
        totalCount
        nodes {
          ...contractSummary
        }
      }
    }
  `,
  [contractSummary],
);

export const OneContract = graphql(
  `
    query OneContract($id: ID!) {
      contract(id: $id) {
        ...contractSummary
        origin
        form
        terms
        evidence
        commodities {
          code
          nameVi
          nameEn
        }
        signedOn
        terminatedOn
        inForce
        award {
          id
        }
        versions {
          version
          at
          startsOn
          endsOn
          terms
          offeredBy {
            id
            name
          }
          lines {
            id
            quantityKg
            priceVndPerKg
            commodity {
              ...CommodityInTrade
            }
          }
        }
        deliveries(first: 100) {
          totalCount
          nodes {
            id
            deliveredOn
            quantityKg
            acceptedKg
            grade
            note
            line {
              id
            }
            recordedBy {
              name
            }
          }
        }
      }
    }
  `,
  [contractSummary, CommodityInTrade],
);

export const OneAward = graphql(
  `
    query OneAward($id: ID!) {
      award(id: $id) {
        id
        demand {
          id
          variety
          quantityKg
          commodity {
            ...CommodityInTrade
          }
        }
        shares {
          status
          contractCount
          quantityKg
          averagePriceVndPerKg
        }
        contracts {
          ...contractSummary
        }
      }
    }
  `,
  [contractSummary, CommodityInTrade],
);

export const SignContract = graphql(`
  mutation SignContract($id: ID!, $expectedVersion: Int!) {
    signContract(id: $id, expectedVersion: $expectedVersion) {
      id
      status
    }
  }
`);

export const CounterContract = graphql(`
  mutation CounterContract($id: ID!, $expectedVersion: Int!, $input: OfferContractInput!) {
    counterContract(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`);

export const RecordDelivery = graphql(`
  mutation RecordDelivery($input: RecordDeliveryInput!) {
    recordDelivery(input: $input) {
      id
    }
  }
`);

export const DeclineContract = graphql(`
  mutation DeclineContract($id: ID!, $reason: String!) {
    declineContract(id: $id, reason: $reason) {
      id
      status
    }
  }
`);

export const WithdrawContract = graphql(`
  mutation WithdrawContract($id: ID!) {
    withdrawContract(id: $id) {
      id
      status
    }
  }
`);

export type ContractSummary = ResultOf<typeof contractSummary>;
export type Contract = NonNullable<ResultOf<typeof OneContract>['contract']>;
export type Award = NonNullable<ResultOf<typeof OneAward>['award']>;
export type ContractVersion = Contract['versions'][number];
export type ContractLine = Contract['lines'][number];

/** An offer that waits for this organization's signature. */
export const waitsFor = ({ status, parties }: ContractSummary, organizationId: string): boolean =>
  status === 'OFFERED' && parties.some(({ organization, signedAt }) => organization.id === organizationId && !signedAt);

/** Signed and within its days: deliveries are to come. */
export const isUnderWay = ({ status, startsOn, endsOn }: ContractSummary, today: string): boolean =>
  status === 'SIGNED' && startsOn <= today && today <= endsOn;
