import { graphql } from '../../../generated/gql';

export const IMPEDIMENT_HISTORY = graphql(`
  query ImpedimentHistory($first: Int!, $after: String, $filter: ImpedimentFilter) {
    impediments(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
          key
          title
          state
          severity
          raisedAt
          resolvedAt
          closedAt
          resolution
          declineReason
          duplicateOf {
            id
            key
          }
          owner {
            id
            name
          }
          raisingTeam {
            id
            name
          }
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
