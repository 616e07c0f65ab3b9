import { graphql } from '../../../generated/gql';

export const BULK_RESULT = graphql(`
  fragment BulkResult on BulkItemResult {
    items {
      ...ItemLine
    }
    skipped {
      item {
        id
        key
        title
      }
      why
    }
    undo {
      id
      label
      until
    }
  }
`);

export const BULK_EDIT_ITEMS = graphql(`
  mutation BulkEditItems($ids: [ID!]!, $changes: BulkItemChanges!, $reason: String, $idempotencyKey: String) {
    bulk: bulkEditItems(ids: $ids, changes: $changes, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...BulkResult
    }
  }
`);

export const UNDO_BULK_EDIT = graphql(`
  mutation UndoBulkEdit($id: ID!, $idempotencyKey: String) {
    bulk: undoBulkEdit(id: $id, idempotencyKey: $idempotencyKey) {
      ...BulkResult
    }
  }
`);
