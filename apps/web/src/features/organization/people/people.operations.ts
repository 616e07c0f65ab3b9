import { graphql } from '../../../generated/gql';

export const PERSON_ROW = graphql(`
  fragment PersonRow on Person {
    id
    name
    email
    hasAccount
    deactivatedAt
    absentToday
    assignments(on: $on) {
      id
      role
      kind
      scope {
        kind
        id
        name
      }
    }
    openInvitation {
      id
      state
      expiresAt
    }
  }
`);

export const PEOPLE = graphql(`
  query People($search: String, $first: Int!, $after: String, $on: Date!) {
    people(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...PersonRow
        }
      }
    }
  }
`);

export const PERSON_PAGE = graphql(`
  query PersonPage($id: ID!) {
    person(id: $id) {
      id
      name
      email
      hasAccount
      deactivatedAt
      absentToday
      version
      viewerCan
      assignments(all: true) {
        ...HeldAssignment
      }
      absences {
        id
        startsOn
        endsBefore
        note
        version
        viewerCan
      }
      openInvitation {
        id
        email
        state
        expiresAt
        version
      }
    }
  }
`);

export const ADD_PERSON = graphql(`
  mutation AddPerson($name: String!, $email: String, $idempotencyKey: String) {
    addPerson(name: $name, email: $email, idempotencyKey: $idempotencyKey) {
      id
      name
    }
  }
`);

export const EDIT_PERSON = graphql(`
  mutation EditPerson($id: ID!, $version: Int!, $name: String, $email: String, $idempotencyKey: String) {
    editPerson(id: $id, version: $version, name: $name, email: $email, idempotencyKey: $idempotencyKey) {
      id
      name
      email
      version
    }
  }
`);

export const DEACTIVATE_PERSON = graphql(`
  mutation DeactivatePerson($id: ID!, $version: Int!, $idempotencyKey: String) {
    deactivatePerson(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      id
      deactivatedAt
      version
    }
  }
`);

export const RECORD_ABSENCE = graphql(`
  mutation RecordAbsence($personId: ID!, $startsOn: Date!, $endsBefore: Date!, $note: String, $idempotencyKey: String) {
    recordAbsence(
      personId: $personId
      startsOn: $startsOn
      endsBefore: $endsBefore
      note: $note
      idempotencyKey: $idempotencyKey
    ) {
      id
      absentToday
    }
  }
`);

export const REMOVE_ABSENCE = graphql(`
  mutation RemoveAbsence($id: ID!, $version: Int!, $idempotencyKey: String) {
    removeAbsence(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      id
      absentToday
    }
  }
`);

export const INVITE_PERSON = graphql(`
  mutation InvitePerson($personId: ID!, $email: String!) {
    invitePerson(personId: $personId, email: $email) {
      link
      invitation {
        id
        email
        state
        expiresAt
        version
      }
    }
  }
`);

export const REVOKE_INVITATION = graphql(`
  mutation RevokeInvitation($id: ID!, $version: Int!) {
    revokeInvitation(id: $id, version: $version) {
      id
      state
      version
    }
  }
`);
