import { graphql, type ResultOf } from '../app/graphql';

const listed = graphql(`
  fragment listed on Organization @_unmask {
    id
    name
    kind
    status
    commune
    createdAt
    province {
      code
      nameVi
      nameEn
    }
  }
`);

export const WaitingClaims = graphql(
  `
    query WaitingClaims {
      claims(first: 50) {
        totalCount
        nodes {
          login
          claimedAt
          organization {
            ...listed
          }
        }
      }
    }
  `,
  [listed],
);

export const PendingOrganizations = graphql(
  `
    query PendingOrganizations {
      organizations(filter: { statuses: [PENDING] }, first: 50) {
        totalCount
        nodes {
          ...listed
        }
      }
    }
  `,
  [listed],
);

export const WaitingCounts = graphql(`
  query WaitingCounts {
    claims(first: 1) {
      totalCount
    }
    organizations(filter: { statuses: [PENDING] }, first: 1) {
      totalCount
    }
  }
`);

/** What is personal of it: who is shown it is written down, so it is asked of the one that is judged. */
export const OneToJudge = graphql(`
  query OneToJudge($id: ID!) {
    organization(id: $id) {
      id
      taxCode
      memberCount
      chainRoles
      contact {
        name
        phone
        email
      }
      people(first: 5) {
        nodes {
          login
        }
      }
    }
  }
`);

export const OneToManage = graphql(
  `
    query OneToManage($id: ID!) {
      me {
        id
        role
        provinces {
          code
        }
      }
      organization(id: $id) {
        ...listed
        rating {
          year
          score
          band
        }
      }
    }
  `,
  [listed],
);

export const ApproveClaim = graphql(`
  mutation ApproveClaim($organizationId: ID!, $login: String!) {
    approveClaim(organizationId: $organizationId, login: $login) {
      id
    }
  }
`);

export const RefuseClaim = graphql(`
  mutation RefuseClaim($organizationId: ID!, $login: String!) {
    refuseClaim(organizationId: $organizationId, login: $login) {
      id
    }
  }
`);

export const SetOrganizationStatus = graphql(`
  mutation SetOrganizationStatus($id: ID!, $status: OrganizationStatus!, $effectiveOn: Date, $reason: String) {
    setOrganizationStatus(id: $id, status: $status, effectiveOn: $effectiveOn, reason: $reason) {
      id
      status
    }
  }
`);

export const RateOrganization = graphql(`
  mutation RateOrganization($id: ID!, $year: Int!, $score: Decimal!) {
    rateOrganization(id: $id, year: $year, score: $score) {
      id
      rating {
        year
        score
        band
      }
    }
  }
`);

export const AttestContract = graphql(`
  mutation AttestContract($input: AttestContractInput!) {
    attestContract(input: $input) {
      id
    }
  }
`);

export type WaitingClaim = ResultOf<typeof WaitingClaims>['claims']['nodes'][number];
export type Listed = ResultOf<typeof listed>;
export type Managed = NonNullable<ResultOf<typeof OneToManage>['organization']>;
export type Status = Listed['status'];
