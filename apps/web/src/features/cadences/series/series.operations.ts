import { graphql } from '../../../generated/gql';

/** A series with everything about it. */
export const CADENCE_RECORD = graphql(`
  fragment CadenceRecord on Cadence {
    ...CadenceLine
    agenda
    createdAt
    updatedAt
    hints {
      role
      words
    }
    rota {
      id
      name
    }
    audience {
      roles
      people {
        id
        name
      }
    }
    follows {
      id
      name
      sentence
      timeZone
    }
    followedBy {
      id
      name
      sentence
      startsAt
    }
  }
`);

export const CADENCE = graphql(`
  query Cadence($id: ID!, $count: Int) {
    cadence(id: $id) {
      ...CadenceRecord
      next(count: $count) {
        ...OccurrenceLine
      }
    }
  }
`);

export const CREATE_CADENCE = graphql(`
  mutation CreateCadence($input: CadenceInput!, $idempotencyKey: String) {
    createCadence(input: $input, idempotencyKey: $idempotencyKey) {
      ...CadenceLine
    }
  }
`);

export const EDIT_CADENCE = graphql(`
  mutation EditCadence(
    $id: ID!
    $version: Int!
    $span: CadenceSpan!
    $at: LocalDateTime
    $changes: CadenceChanges!
    $idempotencyKey: String
  ) {
    editCadence(id: $id, version: $version, span: $span, at: $at, changes: $changes, idempotencyKey: $idempotencyKey) {
      ...CadenceLine
    }
  }
`);

export const END_CADENCE = graphql(`
  mutation EndCadence($id: ID!, $version: Int!, $endsBefore: Date!, $idempotencyKey: String) {
    endCadence(id: $id, version: $version, endsBefore: $endsBefore, idempotencyKey: $idempotencyKey) {
      ...CadenceLine
    }
  }
`);
