import { graphql } from '../../generated/gql';

export const SIGN_IN = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        id
      }
    }
  }
`);

export const SIGN_IN_AS_PERSONA = graphql(`
  mutation SignInAsPersona($personId: ID!) {
    signInAsPersona(personId: $personId) {
      viewer {
        id
      }
    }
  }
`);

export const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next) {
      done
    }
  }
`);

export const SET_UP_ORGANIZATION = graphql(`
  mutation SetUpOrganization($input: SetUpOrganizationInput!) {
    setUpOrganization(input: $input) {
      viewer {
        id
      }
    }
  }
`);

export const CREATE_DEMO = graphql(`
  mutation CreateDemo {
    createDemo {
      viewer {
        id
      }
    }
  }
`);

export const DEMO_PERSONAS = graphql(`
  query DemoPersonas {
    demoPersonas {
      personId
      name
      role
      scopeName
    }
  }
`);

export const INVITATION_PREVIEW = graphql(`
  query InvitationPreview($token: String!) {
    invitationPreview(token: $token) {
      organizationName
      personName
      email
    }
  }
`);

export const ACCEPT_INVITATION = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      viewer {
        id
      }
    }
  }
`);
