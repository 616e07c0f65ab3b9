import { graphql } from '../../../generated/gql';

export const BULK_OUTCOME = graphql(`
  fragment BulkOutcomeFacts on BulkOutcome {
    changed {
      ...ImpedimentCard
    }
    left {
      id
      key
      title
      code
      reason
    }
    undo {
      ...UndoOffer
    }
  }
`);

export const TRIAGE_MANY = graphql(`
  mutation TriageMany($items: [ImpedimentVersionInput!]!, $input: TriageImpedimentInput!, $idempotencyKey: String) {
    bulk: triageImpediments(items: $items, input: $input, idempotencyKey: $idempotencyKey) {
      ...BulkOutcomeFacts
    }
  }
`);

export const ASSIGN_MANY = graphql(`
  mutation AssignMany($items: [ImpedimentVersionInput!]!, $ownerId: ID!, $idempotencyKey: String) {
    bulk: assignImpediments(items: $items, ownerId: $ownerId, idempotencyKey: $idempotencyKey) {
      ...BulkOutcomeFacts
    }
  }
`);

export const SET_LEVEL_OF_MANY = graphql(`
  mutation SetLevelOfMany($items: [ImpedimentVersionInput!]!, $level: Int!, $reason: String!, $idempotencyKey: String) {
    bulk: setImpedimentsLevel(items: $items, level: $level, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...BulkOutcomeFacts
    }
  }
`);

export const LABEL_MANY = graphql(`
  mutation LabelMany($items: [ImpedimentVersionInput!]!, $add: [String!], $remove: [String!], $idempotencyKey: String) {
    bulk: labelImpediments(items: $items, add: $add, remove: $remove, idempotencyKey: $idempotencyKey) {
      ...BulkOutcomeFacts
    }
  }
`);
