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

/** What this person promised, and the meetings that wait for them to lead. */
export const MY_MEETINGS = graphql(`
  query MyMeetings($from: Date!, $endsBefore: Date!) {
    actions(filter: { mine: true, state: OPEN }, first: 50) {
      totalCount
      edges {
        cursor
        node {
          ...ActionFacts
        }
      }
    }
    occurrences(from: $from, endsBefore: $endsBefore, filter: { mine: true }) {
      id
      name
      localStart
      state
      place
      facilitator {
        id
      }
      cadence {
        id
        scope {
          id
          name
        }
      }
    }
  }
`);
