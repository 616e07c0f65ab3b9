import { graphql } from '../../../generated/gql';

/** What one row of the order says. A window asks for a hundred of them: no more than is shown. */
export const ORDER_ITEM = graphql(`
  fragment OrderItem on BacklogItem {
    id
    key
    title
    tier
    kind
    state
    version
    viewerCan
    area {
      id
      name
    }
    team {
      id
      name
    }
    points
    blocked
    servesGoal {
      id
      title
      state
    }
    score {
      value
      timeCriticality
      riskReduction
      costOfDelay
      wsjf
    }
    dependencies {
      id
      key
      conflicts
    }
  }
`);

export const PRODUCT_ORDER = graphql(`
  query ProductOrder($productId: ID!, $filter: ItemFilter, $from: Int!, $count: Int!) {
    productOrder(productId: $productId, filter: $filter, from: $from, count: $count) {
      product {
        id
      }
      number
      length
      total
      cursor
      viewerCan
      ownAreas {
        id
        name
      }
      rows {
        position
        item {
          ...OrderItem
        }
      }
    }
  }
`);

export const ORDER_CHANGED = graphql(`
  subscription OrderChanged($productId: ID!, $after: String) {
    orderChanged(productId: $productId, after: $after) {
      cursor
      resync
      number
      scope
      areaId
      moved {
        itemId
        from
        to
      }
    }
  }
`);

export const ORDER_MOVE_LINE = graphql(`
  fragment OrderMoveLine on OrderMove {
    id
    number
    scope
    from
    to
    count
    reason
    at
    by {
      id
      name
    }
    item {
      id
      key
      title
      area {
        id
        name
      }
    }
    area {
      id
      name
    }
    formerArea {
      id
      name
    }
    scenario {
      id
      name
    }
  }
`);

export const ORDER_MOVES = graphql(`
  query OrderMoves($productId: ID!, $itemId: ID, $first: Int!, $after: String) {
    orderMoves(productId: $productId, itemId: $itemId, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...OrderMoveLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const MOVE_IN_ORDER = graphql(`
  mutation MoveInOrder($ids: [ID!]!, $to: OrderPlace!, $reason: String, $withinArea: Boolean, $idempotencyKey: String) {
    moveInOrder(ids: $ids, to: $to, reason: $reason, withinArea: $withinArea, idempotencyKey: $idempotencyKey) {
      number
      moves {
        ...OrderMoveLine
      }
      undo {
        id
        label
        until
      }
    }
  }
`);

export const UNDO_ORDER_MOVE = graphql(`
  mutation UndoOrderMove($id: ID!, $idempotencyKey: String) {
    undoOrderMove(id: $id, idempotencyKey: $idempotencyKey) {
      number
      moves {
        ...OrderMoveLine
      }
    }
  }
`);
