import { graphql } from '../../../generated/gql';

export const ACTIONS_PAGE = graphql(`
  query ActionsPage($filter: ActionFilter, $first: Int, $after: String) {
    actions(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...ActionFacts
        }
      }
    }
  }
`);
