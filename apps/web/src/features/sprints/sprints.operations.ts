import { graphql } from '../../generated/gql';

export const SPRINT_FACTS = graphql(`
  fragment SprintFacts on Sprint {
    id
    name
    goal
    state
    startsOn
    endsBefore
    plannedItems
    plannedPoints
    doneItems
    donePoints
    imported
    editedByHand
    counted {
      plannedItems
      plannedPoints
      doneItems
      donePoints
    }
    version
    viewerCan
  }
`);

export const THROUGHPUT_FACTS = graphql(`
  fragment ThroughputFacts on TeamThroughput {
    viewerCan
    sprints {
      ...SprintFacts
    }
    items {
      ...PaceFacts
    }
    points {
      ...PaceFacts
    }
  }
`);

export const PACE_FACTS = graphql(`
  fragment PaceFacts on TeamPace {
    mean
    needed
    inputs {
      sprintId
      name
      done
    }
  }
`);

/** What the team's page says of its sprints. */
export const TEAM_SPRINTS = graphql(`
  query TeamSprints($teamId: ID!) {
    team(id: $teamId) {
      id
      name
      throughput {
        ...ThroughputFacts
      }
    }
    sprints(teamId: $teamId, first: 3) {
      totalCount
      edges {
        cursor
        node {
          ...SprintFacts
        }
      }
    }
    blockedItems(teamId: $teamId, first: 1) {
      totalCount
    }
  }
`);

export const SPRINTS_PAGE = graphql(`
  query SprintsPage($teamId: ID!, $first: Int!, $after: String) {
    team(id: $teamId) {
      id
      name
      throughput {
        ...ThroughputFacts
      }
    }
    sprints(teamId: $teamId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...SprintFacts
        }
      }
    }
  }
`);

export const RECORD_SPRINT = graphql(`
  mutation RecordSprint($teamId: ID!, $input: RecordSprintInput!, $idempotencyKey: String) {
    recordSprint(teamId: $teamId, input: $input, idempotencyKey: $idempotencyKey) {
      ...SprintFacts
    }
  }
`);

export const EDIT_SPRINT = graphql(`
  mutation EditSprint($id: ID!, $version: Int!, $input: EditSprintInput!, $idempotencyKey: String) {
    editSprint(id: $id, version: $version, input: $input, idempotencyKey: $idempotencyKey) {
      ...SprintFacts
    }
  }
`);

export const FINISH_SPRINT = graphql(`
  mutation FinishSprint($id: ID!, $version: Int!, $input: FinishSprintInput, $idempotencyKey: String) {
    finishSprint(id: $id, version: $version, input: $input, idempotencyKey: $idempotencyKey) {
      ...SprintFacts
    }
  }
`);

export const REMOVE_SPRINT = graphql(`
  mutation RemoveSprint($id: ID!, $version: Int!, $idempotencyKey: String) {
    removeSprint(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      done
    }
  }
`);

export const SPRINT_CHANGES = graphql(`
  subscription SprintChanges($after: String) {
    sprintChanges(after: $after) {
      cursor
      resync
      event
      id
      version
    }
  }
`);
