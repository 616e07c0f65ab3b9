import { graphql } from '../../../generated/gql';

/** What a line says of an action: a small promise with an owner and a date. */
export const ACTION_FACTS = graphql(`
  fragment ActionFacts on ActionItem {
    id
    title
    dueOn
    state
    result
    endedAt
    carried
    version
    viewerCan
    owner {
      id
      name
    }
    createdBy {
      id
      name
    }
    team {
      id
      name
    }
    impediment {
      id
      key
      title
    }
    occurrence {
      id
      name
      localStart
    }
  }
`);

export const ADD_ACTION = graphql(`
  mutation AddAction($input: ActionInput!, $idempotencyKey: String) {
    action: addAction(input: $input, idempotencyKey: $idempotencyKey) {
      ...ActionFacts
    }
  }
`);

export const EDIT_ACTION = graphql(`
  mutation EditAction($id: ID!, $version: Int!, $changes: ActionChanges!, $idempotencyKey: String) {
    action: editAction(id: $id, version: $version, changes: $changes, idempotencyKey: $idempotencyKey) {
      ...ActionFacts
    }
  }
`);

export const COMPLETE_ACTION = graphql(`
  mutation CompleteAction($id: ID!, $version: Int!, $result: String, $idempotencyKey: String) {
    action: completeAction(id: $id, version: $version, result: $result, idempotencyKey: $idempotencyKey) {
      ...ActionFacts
    }
  }
`);

export const DROP_ACTION = graphql(`
  mutation DropAction($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    action: dropAction(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...ActionFacts
    }
  }
`);

export const REOPEN_ACTION = graphql(`
  mutation ReopenAction($id: ID!, $version: Int!, $idempotencyKey: String) {
    action: reopenAction(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ActionFacts
    }
  }
`);
