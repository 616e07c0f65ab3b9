import { graphql } from '../../../generated/gql';

/** What a line of a list says of a rota. */
export const ROTA_LINE = graphql(`
  fragment RotaLine on Rota {
    id
    purpose
    name
    sentence
    rule
    startsOn
    size
    version
    viewerCan
    team {
      id
      name
    }
    cadence {
      id
      name
    }
    members {
      since
      person {
        id
        name
      }
    }
  }
`);

export const ROTA_TURN = graphql(`
  fragment RotaTurnFacts on RotaTurn {
    id
    on
    startsAt
    past
    note
    occurrence {
      id
    }
    people {
      reason
      person {
        id
        name
      }
      insteadOf {
        id
        name
      }
    }
  }
`);

export const ROTAS = graphql(`
  query Rotas($teamId: ID, $endsBefore: Date) {
    rotas(teamId: $teamId) {
      ...RotaLine
      turns(endsBefore: $endsBefore) {
        ...RotaTurnFacts
      }
    }
  }
`);

export const ROTA = graphql(`
  query Rota($id: ID!, $from: Date, $endsBefore: Date) {
    rota(id: $id) {
      ...RotaLine
      turns(from: $from, endsBefore: $endsBefore) {
        ...RotaTurnFacts
      }
      fairness {
        taken
        planned
        fair
        skipped
        lastOn
        nextOn
        person {
          id
          name
        }
      }
    }
  }
`);

export const CREATE_ROTA = graphql(`
  mutation CreateRota($input: RotaInput!, $idempotencyKey: String) {
    createRota(input: $input, idempotencyKey: $idempotencyKey) {
      ...RotaLine
    }
  }
`);

export const EDIT_ROTA = graphql(`
  mutation EditRota($id: ID!, $version: Int!, $changes: RotaChanges!, $idempotencyKey: String) {
    editRota(id: $id, version: $version, changes: $changes, idempotencyKey: $idempotencyKey) {
      ...RotaLine
    }
  }
`);

export const END_ROTA = graphql(`
  mutation EndRota($id: ID!, $version: Int!, $idempotencyKey: String) {
    endRota(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      done
    }
  }
`);

export const SKIP_TURN = graphql(`
  mutation SkipTurn($rotaId: ID!, $version: Int!, $on: Date!, $personId: ID!, $idempotencyKey: String) {
    skipTurn(rotaId: $rotaId, version: $version, on: $on, personId: $personId, idempotencyKey: $idempotencyKey) {
      ...RotaLine
    }
  }
`);

export const SWAP_TURNS = graphql(`
  mutation SwapTurns(
    $rotaId: ID!
    $version: Int!
    $on: Date!
    $personId: ID!
    $withOn: Date!
    $withPersonId: ID!
    $idempotencyKey: String
  ) {
    swapTurns(
      rotaId: $rotaId
      version: $version
      on: $on
      personId: $personId
      withOn: $withOn
      withPersonId: $withPersonId
      idempotencyKey: $idempotencyKey
    ) {
      ...RotaLine
    }
  }
`);

export const RESTORE_TURN = graphql(`
  mutation RestoreTurn($rotaId: ID!, $version: Int!, $on: Date!, $idempotencyKey: String) {
    restoreTurn(rotaId: $rotaId, version: $version, on: $on, idempotencyKey: $idempotencyKey) {
      ...RotaLine
    }
  }
`);
