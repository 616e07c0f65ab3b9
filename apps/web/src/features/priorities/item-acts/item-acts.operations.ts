import { graphql } from '../../../generated/gql';

/** What one line about a backlog item says, wherever it stands. */
export const ITEM_LINE = graphql(`
  fragment ItemLine on BacklogItem {
    id
    key
    title
    tier
    kind
    state
    version
    viewerCan
    product {
      id
    }
    area {
      id
      name
    }
    team {
      id
      name
    }
    assignee {
      id
      name
    }
    parent {
      id
      key
      title
      tier
    }
    childCount
    openChildCount
    points
    position
    blocked
    readiness {
      ready
      missing
    }
    score {
      value
      timeCriticality
      riskReduction
      costOfDelay
      wsjf
    }
    goal {
      id
      title
    }
    servesGoal {
      id
      title
      state
    }
    updatedAt
  }
`);

export const EDIT_ITEM = graphql(`
  mutation EditItem($id: ID!, $version: Int!, $changes: BacklogItemChanges!, $idempotencyKey: String) {
    item: editBacklogItem(id: $id, version: $version, changes: $changes, idempotencyKey: $idempotencyKey) {
      ...ItemLine
      description
      acceptanceCriteria
    }
  }
`);

/** What a line can change of an item; the line is all that comes back. */
export const EDIT_LINE = graphql(`
  mutation EditLine($id: ID!, $version: Int!, $changes: BacklogItemChanges!, $idempotencyKey: String) {
    item: editBacklogItem(id: $id, version: $version, changes: $changes, idempotencyKey: $idempotencyKey) {
      ...ItemLine
    }
  }
`);

export const CHANGE_ITEM_STATE = graphql(`
  mutation ChangeItemState($id: ID!, $version: Int!, $state: ItemState!, $reason: String, $idempotencyKey: String) {
    item: changeItemState(id: $id, version: $version, state: $state, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...ItemLine
    }
  }
`);

export const PLACE_TASK = graphql(`
  mutation PlaceTask($id: ID!, $version: Int!, $after: ID, $idempotencyKey: String) {
    item: placeTask(id: $id, version: $version, after: $after, idempotencyKey: $idempotencyKey) {
      ...ItemLine
    }
  }
`);

export const CREATE_ITEM = graphql(`
  mutation CreateItem($productId: ID!, $input: BacklogItemInput!, $place: OrderPlace, $idempotencyKey: String) {
    item: createBacklogItem(productId: $productId, input: $input, place: $place, idempotencyKey: $idempotencyKey) {
      ...ItemLine
    }
  }
`);

export const ITEM_LINE_BY_KEY = graphql(`
  query ItemLineByKey($key: String!) {
    backlogItem(key: $key) {
      ...ItemLine
      description
      acceptanceCriteria
    }
  }
`);
