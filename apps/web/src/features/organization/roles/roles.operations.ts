import { graphql } from '../../../generated/gql';

export const HELD_ASSIGNMENT = graphql(`
  fragment HeldAssignment on RoleAssignment {
    id
    role
    kind
    sharePercent
    startsOn
    endsBefore
    version
    viewerCan
    scope {
      kind
      id
      name
    }
    person {
      id
      name
    }
  }
`);

/** What the viewer holds, so that the shared rules can say which roles they may give. */
export const VIEWER_ROLES = graphql(`
  query ViewerRoles($on: Date!) {
    viewer {
      id
      person {
        id
        assignments(on: $on) {
          ...HeldAssignment
        }
      }
    }
  }
`);

/** Who holds what in one scope on a day. */
export const SCOPE_ROLES = graphql(`
  query ScopeRoles($id: ID!, $on: Date!) {
    node(id: $id) {
      id
      ... on Organization {
        assignments(on: $on) {
          ...HeldAssignment
        }
      }
      ... on Product {
        assignments(on: $on) {
          ...HeldAssignment
        }
      }
      ... on Area {
        assignments(on: $on) {
          ...HeldAssignment
        }
      }
      ... on Team {
        assignments(on: $on) {
          ...HeldAssignment
        }
      }
    }
  }
`);

export const ASSIGN_ROLE = graphql(`
  mutation AssignRole($input: AssignRoleInput!, $idempotencyKey: String) {
    assignRole(input: $input, idempotencyKey: $idempotencyKey) {
      ...HeldAssignment
    }
  }
`);

export const END_ROLE = graphql(`
  mutation EndRole($id: ID!, $version: Int!, $endsBefore: Date!, $idempotencyKey: String) {
    endRole(id: $id, version: $version, endsBefore: $endsBefore, idempotencyKey: $idempotencyKey) {
      ...HeldAssignment
    }
  }
`);

export const HAND_OVER_ROLE = graphql(`
  mutation HandOverRole($id: ID!, $version: Int!, $toPersonId: ID!, $on: Date!, $idempotencyKey: String) {
    handOverRole(id: $id, version: $version, toPersonId: $toPersonId, on: $on, idempotencyKey: $idempotencyKey) {
      ...HeldAssignment
    }
  }
`);
