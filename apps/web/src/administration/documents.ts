import { graphql, type ResultOf } from '../app/graphql';

const account = graphql(`
  fragment account on User @_unmask {
    id
    login
    role
    organization {
      id
      name
    }
    provinces {
      code
      nameVi
      nameEn
    }
    roleDecision {
      at
      decidedBy
    }
  }
`);

export const Accounts = graphql(
  `
    query Accounts($filter: UserFilter!, $after: String) {
      users(filter: $filter, first: 50, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...account
        }
      }
    }
  `,
  [account],
);

export const SetUserRole = graphql(
  `
    mutation SetUserRole($userId: ID!, $role: UserRole!, $provinceCodes: [ID!]) {
      setUserRole(userId: $userId, role: $role, provinceCodes: $provinceCodes) {
        ...account
      }
    }
  `,
  [account],
);

export const Configuration = graphql(`
  query Configuration {
    configuration {
      name
      value
      isSecret
      isSet
    }
  }
`);

export type Account = ResultOf<typeof account>;
