import { ActingFor } from '../app/acting-for';
import { graphql, type ResultOf } from '../app/graphql';

/** What the device keeps of a person. */
export const PersonHere = graphql(
  `
    fragment PersonHere on User @_unmask {
      id
      login
      role
      organizationRole
      organization {
        ...ActingFor
      }
    }
  `,
  [ActingFor],
);

export const Me = graphql(
  `
    query Me {
      me {
        ...PersonHere
      }
    }
  `,
  [PersonHere],
);

const WhoSignedIn = graphql(
  `
    fragment WhoSignedIn on Session @_unmask {
      token
      user {
        ...PersonHere
      }
    }
  `,
  [PersonHere],
);

export const SignIn = graphql(
  `
    mutation SignIn($login: String!, $password: String!) {
      signIn(login: $login, password: $password) {
        ...WhoSignedIn
      }
    }
  `,
  [WhoSignedIn],
);

export const SignUp = graphql(
  `
    mutation SignUp($login: String!, $password: String!) {
      signUp(login: $login, password: $password) {
        ...WhoSignedIn
      }
    }
  `,
  [WhoSignedIn],
);

export const ChangePassword = graphql(
  `
    mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
      changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
        ...WhoSignedIn
      }
    }
  `,
  [WhoSignedIn],
);

export const AcceptInvitationOf = graphql(
  `
    mutation AcceptInvitation($token: String!) {
      acceptInvitation(token: $token) {
        ...PersonHere
      }
    }
  `,
  [PersonHere],
);

export const PeopleOf = graphql(`
  query PeopleOf($organizationId: ID!) {
    organization(id: $organizationId) {
      id
      people(first: 100) {
        totalCount
        nodes {
          id
          login
          organizationRole
        }
      }
      invitations {
        id
        login
        role
        expiresAt
      }
    }
  }
`);

export const InvitePerson = graphql(`
  mutation InvitePerson($login: String!, $role: OrganizationRole!) {
    invitePerson(login: $login, role: $role) {
      id
      login
      token
    }
  }
`);

export const WithdrawInvitation = graphql(`
  mutation WithdrawInvitation($id: ID!) {
    withdrawInvitation(id: $id)
  }
`);

export const SetPersonRole = graphql(`
  mutation SetPersonRole($userId: ID!, $role: OrganizationRole!) {
    setPersonRole(userId: $userId, role: $role) {
      id
      organizationRole
    }
  }
`);

export const RemovePerson = graphql(`
  mutation RemovePerson($userId: ID!) {
    removePerson(userId: $userId)
  }
`);

export const Consents = graphql(`
  query Consents {
    consents {
      purpose
      given
      text
      textVersion
    }
  }
`);

export const GiveConsent = graphql(`
  mutation GiveConsent($purpose: ConsentPurpose!, $textVersion: Int!) {
    giveConsent(purpose: $purpose, textVersion: $textVersion) {
      purpose
      given
    }
  }
`);

export const WithdrawConsent = graphql(`
  mutation WithdrawConsent($purpose: ConsentPurpose!) {
    withdrawConsent(purpose: $purpose) {
      purpose
      given
    }
  }
`);

export type SignedIn = ResultOf<typeof SignIn>['signIn'];
export type Person = NonNullable<NonNullable<ResultOf<typeof PeopleOf>['organization']>['people']>['nodes'][number];
export type OrganizationRole = NonNullable<Person['organizationRole']>;
