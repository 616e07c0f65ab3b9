import { graphql } from '../../../generated/gql';

/** Asked for in the answer of what can be taken back: the offer stands for ten seconds. */
export const UNDO_OFFER = graphql(`
  fragment UndoOffer on UndoOffer {
    id
    until
    label
  }
`);

export const UNDO_IMPEDIMENT_CHANGE = graphql(`
  mutation UndoImpedimentChange($id: ID!, $idempotencyKey: String) {
    undoImpedimentChange(id: $id, idempotencyKey: $idempotencyKey) {
      undone {
        ...ImpedimentCard
      }
      left {
        id
        key
        title
        code
        reason
      }
    }
  }
`);
