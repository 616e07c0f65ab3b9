import { graphql } from '../../../generated/gql';

/** What one line about a backlog item says, wherever it stands. */
export const ITEM_LINE = graphql(`
  fragment ItemLine on BacklogItem {
    id
    key
    title
    tier
    kind
    state
    version
    viewerCan
    product {
      id
    }
    area {
      id
      name
    }
    team {
      id
      name
    }
    assignee {
      id
      name
    }
    parent {
      id
      key
      title
      tier
    }
    childCount
    openChildCount
    points
    position
    blocked
    readiness {
      ready
      missing
    }
    score {
      value
      timeCriticality
      riskReduction
      costOfDelay
      wsjf
    }
    goal {
      id
      title
    }
    servesGoal {
      id
      title
      state
    }
    updatedAt
  }
`);
