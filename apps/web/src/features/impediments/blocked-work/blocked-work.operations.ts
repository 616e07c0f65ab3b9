import { graphql } from '../../../generated/gql';

export const BLOCKED_WORK = graphql(`
  query BlockedWork($first: Int!, $after: String, $teamId: ID) {
    blockedItems(first: $first, after: $after, teamId: $teamId) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          externalKey
          title
          state
          since
          blockedWorkingDays
          teams {
            id
            name
          }
          impediments {
            id
            key
            title
            owner {
              id
              name
            }
          }
        }
      }
    }
  }
`);
