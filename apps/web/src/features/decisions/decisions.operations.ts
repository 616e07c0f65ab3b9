import { graphql } from '../../generated/gql';

/** What one line about a decision says, wherever it stands. */
export const DECISION_LINE = graphql(`
  fragment DecisionLine on Decision {
    id
    key
    title
    kind
    state
    scope {
      kind
      id
      name
    }
    decisionArea {
      id
      name
    }
    proposedBy {
      id
      name
    }
    proposedAt
    decidedBy {
      id
      name
    }
    decidedAt
    veto {
      by {
        id
        name
      }
      at
    }
    supersededBy {
      id
      key
    }
    revisitOn
  }
`);

export const DECISIONS = graphql(`
  query Decisions($first: Int!, $after: String, $filter: DecisionFilter, $order: DecisionOrder) {
    decisions(first: $first, after: $after, filter: $filter, order: $order) {
      edges {
        cursor
        node {
          titleMarked
          snippet
          decision {
            ...DecisionLine
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

export const DECISION_AREAS = graphql(`
  query DecisionAreas {
    decisionAreas {
      id
      name
      description
      archived
      version
    }
  }
`);

/** What somebody filters by, by its id. */
export const NAMED_THING = graphql(`
  query NamedThing($id: ID!) {
    node(id: $id) {
      id
      ... on Impediment {
        key
        title
        raisingTeam {
          id
          name
        }
      }
      ... on Team {
        name
      }
      ... on Area {
        name
      }
      ... on Product {
        name
      }
      ... on Person {
        name
      }
    }
  }
`);

export const DECISION_CHANGED = graphql(`
  subscription DecisionChanged($id: ID, $after: String) {
    decisionChanged(id: $id, after: $after) {
      cursor
      resync
      event
      id
      key
      version
      state
    }
  }
`);
