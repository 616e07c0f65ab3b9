import { graphql } from '../../../generated/gql';

/** The first open items of a place, and how many there are. */
export const ITEMS_OF = graphql(`
  query ItemsOf($productId: ID!, $filter: ItemFilter!, $first: Int!) {
    backlog(productId: $productId, filter: $filter, sort: ORDER, descending: false, first: $first) {
      edges {
        cursor
        node {
          id
          key
          title
          tier
          state
          points
          blocked
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
