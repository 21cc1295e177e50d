import { graphql, type ResultOf } from '../app/graphql';
import { contractSummary } from '../contracts/documents';

const organizationSummary = graphql(`
  fragment organizationSummary on Organization @_unmask {
    id
    name
    kind
    commune
    memberCount
    participates
    province {
      code
      nameVi
      nameEn
    }
    rating {
      year
      band
    }
  }
`);

export const Organizations = graphql(
  `
    query Organizations($filter: OrganizationFilter!, $after: String) {
      organizations(filter: $filter, first: 50, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...organizationSummary
        }
      }
    }
  `,
  [organizationSummary],
);

/** With the contracts that count, once did, or ran out; offers are nobody's but the parties'. */
export const OneOrganization = graphql(
  `
    query OneOrganization($id: ID!) {
      organization(id: $id) {
        ...organizationSummary
      }
      contracts(organizationId: $id, statuses: [SIGNED, COMPLETED, TERMINATED], first: 50) {
        totalCount
        nodes {
          ...contractSummary
        }
      }
    }
  `,
  [organizationSummary, contractSummary],
);

export type OrganizationSummary = ResultOf<typeof organizationSummary>;
