import { ActingFor } from '../app/acting-for';
import { graphql, type ResultOf } from '../app/graphql';

export const MyOrganization = graphql(`
  query MyOrganization($id: ID!) {
    me {
      id
      organizationRole
    }
    organization(id: $id) {
      id
      kind
      name
      taxCode
      province {
        code
        nameVi
        nameEn
      }
      commune
      chainRoles
      status
      memberCount
      memberOf {
        id
        name
      }
      rating {
        year
        score
        band
      }
      contact {
        name
        phone
        email
      }
    }
  }
`);

export const FindOrganizations = graphql(`
  query FindOrganizations($text: String!) {
    organizations(filter: { text: $text }, first: 10) {
      totalCount
      nodes {
        id
        kind
        name
        commune
        chainRoles
        province {
          code
          nameVi
          nameEn
        }
      }
    }
  }
`);

export const ClaimOrganization = graphql(`
  mutation ClaimOrganization($organizationId: ID!) {
    claimOrganization(organizationId: $organizationId)
  }
`);

export const RegisterOrganization = graphql(
  `
    mutation RegisterOrganization($input: RegisterOrganizationInput!) {
      registerOrganization(input: $input) {
        ...ActingFor
      }
    }
  `,
  [ActingFor],
);

export const UpdateOrganization = graphql(`
  mutation UpdateOrganization($id: ID!, $input: UpdateOrganizationInput!) {
    updateOrganization(id: $id, input: $input) {
      id
      name
      commune
      chainRoles
      memberCount
      contact {
        name
        phone
        email
      }
    }
  }
`);

export type OwnOrganization = NonNullable<ResultOf<typeof MyOrganization>['organization']>;
export type Found = ResultOf<typeof FindOrganizations>['organizations']['nodes'][number];
export type Kind = OwnOrganization['kind'];
export type ChainRole = OwnOrganization['chainRoles'][number];
