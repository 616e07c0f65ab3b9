import { graphql } from '../../../generated/gql';

/** Everything that the page of an item shows. */
export const ITEM_RECORD = graphql(`
  fragment ItemRecord on BacklogItem {
    ...ItemLine
    description
    acceptanceCriteria
    importedType
    droppedReason
    createdAt
    endedAt
    impediments {
      id
      key
      title
      state
    }
    links {
      id
      type
      outward
      phrase
      key
      item {
        id
        key
        title
        state
        tier
      }
    }
    sprints {
      id
      name
      state
      endsBefore
    }
    activity(first: 20) {
      edges {
        cursor
        node {
          id
          at
          actor {
            id
            name
          }
          event
          changes
          note
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ITEM = graphql(`
  query Item($key: String!) {
    backlogItem(key: $key) {
      ...ItemRecord
    }
  }
`);

export const MORE_ITEM_ACTIVITY = graphql(`
  query MoreItemActivity($key: String!, $after: String!) {
    backlogItem(key: $key) {
      id
      activity(first: 20, after: $after) {
        edges {
          cursor
          node {
            id
            at
            actor {
              id
              name
            }
            event
            changes
            note
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const SCORE_ITEM = graphql(`
  mutation ScoreItemOnPage(
    $id: ID!
    $version: Int!
    $value: Int
    $timeCriticality: Int
    $riskReduction: Int
    $idempotencyKey: String
  ) {
    item: scoreBacklogItem(
      id: $id
      version: $version
      value: $value
      timeCriticality: $timeCriticality
      riskReduction: $riskReduction
      idempotencyKey: $idempotencyKey
    ) {
      ...ItemLine
    }
  }
`);
