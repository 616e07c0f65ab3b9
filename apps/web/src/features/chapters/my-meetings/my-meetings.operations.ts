import { graphql } from '../../../generated/gql';

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
      startsAt
      endsAt
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
