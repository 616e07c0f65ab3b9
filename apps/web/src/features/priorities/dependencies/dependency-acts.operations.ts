import { graphql } from '../../../generated/gql';

export const REQUEST_DEPENDENCY = graphql(`
  mutation RequestDependency(
    $consumerId: ID!
    $providerId: ID
    $providerTeamId: ID
    $neededBy: Date!
    $words: String!
    $idempotencyKey: String
  ) {
    requestDependency(
      consumerId: $consumerId
      providerId: $providerId
      providerTeamId: $providerTeamId
      neededBy: $neededBy
      words: $words
      idempotencyKey: $idempotencyKey
    ) {
      ...DependencyRecord
    }
  }
`);

export const EDIT_DEPENDENCY = graphql(`
  mutation EditDependency($id: ID!, $version: Int!, $neededBy: Date, $words: String, $idempotencyKey: String) {
    editDependency(id: $id, version: $version, neededBy: $neededBy, words: $words, idempotencyKey: $idempotencyKey) {
      ...DependencyRecord
    }
  }
`);

export const COMMIT_DEPENDENCY = graphql(`
  mutation CommitDependency(
    $id: ID!
    $version: Int!
    $promisedFor: Date!
    $providerId: ID
    $words: String
    $idempotencyKey: String
  ) {
    commitDependency(
      id: $id
      version: $version
      promisedFor: $promisedFor
      providerId: $providerId
      words: $words
      idempotencyKey: $idempotencyKey
    ) {
      ...DependencyRecord
    }
  }
`);

export const COUNTER_DEPENDENCY = graphql(`
  mutation CounterDependency($id: ID!, $version: Int!, $proposedFor: Date!, $words: String!, $idempotencyKey: String) {
    counterDependency(
      id: $id
      version: $version
      proposedFor: $proposedFor
      words: $words
      idempotencyKey: $idempotencyKey
    ) {
      ...DependencyRecord
    }
  }
`);

export const ACCEPT_COUNTER = graphql(`
  mutation AcceptCounter($id: ID!, $version: Int!, $words: String, $idempotencyKey: String) {
    acceptCounter(id: $id, version: $version, words: $words, idempotencyKey: $idempotencyKey) {
      ...DependencyRecord
    }
  }
`);

export const DECLINE_DEPENDENCY = graphql(`
  mutation DeclineDependency($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    declineDependency(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...DependencyRecord
    }
  }
`);

export const ASK_DEPENDENCY_AGAIN = graphql(`
  mutation AskDependencyAgain($id: ID!, $version: Int!, $neededBy: Date!, $words: String!, $idempotencyKey: String) {
    askDependencyAgain(
      id: $id
      version: $version
      neededBy: $neededBy
      words: $words
      idempotencyKey: $idempotencyKey
    ) {
      ...DependencyRecord
    }
  }
`);

export const DELIVER_DEPENDENCY = graphql(`
  mutation DeliverDependency($id: ID!, $version: Int!, $words: String, $idempotencyKey: String) {
    deliverDependency(id: $id, version: $version, words: $words, idempotencyKey: $idempotencyKey) {
      ...DependencyRecord
    }
  }
`);

export const WITHDRAW_DEPENDENCY = graphql(`
  mutation WithdrawDependency($id: ID!, $version: Int!, $reason: String, $idempotencyKey: String) {
    withdrawDependency(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...DependencyRecord
    }
  }
`);

export const RAISE_IMPEDIMENT_OF_DEPENDENCY = graphql(`
  mutation RaiseImpedimentOfDependency($id: ID!, $version: Int!, $idempotencyKey: String) {
    raiseImpedimentOfDependency(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...DependencyRecord
    }
  }
`);
