import { graphql } from '../../../generated/gql';

export const BACKLOG = graphql(`
  query Backlog(
    $productId: ID!
    $filter: ItemFilter
    $sort: ItemSort
    $descending: Boolean
    $first: Int!
    $after: String
  ) {
    backlog(
      productId: $productId
      filter: $filter
      sort: $sort
      descending: $descending
      first: $first
      after: $after
    ) {
      edges {
        cursor
        node {
          ...ItemLine
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

/** Who is found by a filter, without more. Not kept: only to select them. */
export const BACKLOG_IDS = graphql(`
  query BacklogIds($productId: ID!, $filter: ItemFilter, $after: String) {
    backlog(productId: $productId, filter: $filter, first: 100, after: $after) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
