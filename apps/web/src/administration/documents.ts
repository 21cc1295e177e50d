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

export const Queues = graphql(`
  query Queues {
    queues {
      name
      waitingCount
      activeCount
      delayedCount
      failedCount
      countedAt
      ageSeconds
    }
    deadLetters(first: 100) {
      totalCount
      nodes {
        id
        queue
        job
        failedAt
        attemptCount
        reason
      }
    }
  }
`);

export const RetryDeadLetter = graphql(`
  mutation RetryDeadLetter($id: ID!) {
    retryDeadLetter(id: $id)
  }
`);

export type Queue = ResultOf<typeof Queues>['queues'][number];
export type Letter = ResultOf<typeof Queues>['deadLetters']['nodes'][number];
export type Account = ResultOf<typeof account>;
