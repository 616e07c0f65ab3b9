import { graphql } from '../../../generated/gql';

export const DECISION_FEEDS = graphql(`
  query DecisionFeeds($teamId: ID!) {
    decisionFeeds(teamId: $teamId) {
      id
      createdAt
      team {
        id
        name
      }
    }
  }
`);

export const CREATE_DECISION_FEED = graphql(`
  mutation CreateDecisionFeed($teamId: ID!) {
    createDecisionFeed(teamId: $teamId) {
      address
      feed {
        id
        createdAt
        team {
          id
          name
        }
      }
    }
  }
`);

export const REVOKE_DECISION_FEED = graphql(`
  mutation RevokeDecisionFeed($id: ID!) {
    revokeDecisionFeed(id: $id) {
      done
    }
  }
`);
