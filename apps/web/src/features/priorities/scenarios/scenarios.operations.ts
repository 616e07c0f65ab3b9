import { graphql } from '../../../generated/gql';

/** What one line about a scenario says. */
export const SCENARIO_FACTS = graphql(`
  fragment ScenarioFacts on Scenario {
    id
    name
    note
    state
    baseNumber
    behindBy
    moveCount
    publishedAt
    createdAt
    updatedAt
    version
    viewerCan
    product {
      id
      name
    }
    owner {
      id
      name
    }
    decision {
      id
      key
      title
    }
  }
`);

export const SCENARIO_RECORD = graphql(`
  fragment ScenarioRecord on Scenario {
    ...ScenarioFacts
    comments {
      id
      at
      text
      by {
        id
        name
      }
    }
  }
`);

/** What stands in a line of an order that is tried. */
export const TRIED_ITEM = graphql(`
  fragment TriedItem on BacklogItem {
    id
    key
    title
    tier
    kind
    state
    points
    blocked
    area {
      id
      name
    }
    team {
      id
      name
    }
    servesGoal {
      id
      title
    }
  }
`);

export const SCENARIOS = graphql(`
  query Scenarios($productId: ID!) {
    scenarios(productId: $productId) {
      ...ScenarioFacts
    }
  }
`);

export const SCENARIO = graphql(`
  query Scenario($id: ID!) {
    scenario(id: $id) {
      ...ScenarioRecord
    }
  }
`);

/** Lines of the order as the scenario has it, as the screen of the order shows them; `from` counts from 1. */
export const SCENARIO_ORDER = graphql(`
  query ScenarioOrder($id: ID!, $filter: ItemFilter, $from: Int!, $count: Int!) {
    scenarioOrder(id: $id, filter: $filter, from: $from, count: $count) {
      scenario {
        ...ScenarioFacts
      }
      length
      total
      rows {
        position
        was
        item {
          ...OrderItem
        }
      }
    }
  }
`);

/** Its first lines, to stand beside the order that it copied. */
export const SCENARIO_BESIDE = graphql(`
  query ScenarioBeside($id: ID!, $from: Int!, $count: Int!) {
    scenarioOrder(id: $id, from: $from, count: $count) {
      scenario {
        id
        version
      }
      length
      rows {
        position
        was
        item {
          ...TriedItem
        }
      }
    }
  }
`);

export const SCENARIO_COMPARISON = graphql(`
  query ScenarioComparison($id: ID!) {
    scenarioComparison(id: $id) {
      scenario {
        ...ScenarioFacts
      }
      riseCount
      fallCount
      forecastNote
      rises {
        ...ShiftFacts
      }
      falls {
        ...ShiftFacts
      }
      goals {
        items
        before
        after
        goal {
          id
          title
          state
        }
      }
      areas {
        items
        rises
        falls
        before
        after
        shareBefore
        shareAfter
        area {
          id
          name
        }
      }
      dependencies {
        before
        after
        dependency {
          ...DependencyFacts
        }
      }
      meanwhile {
        ...MeanwhileMove
      }
    }
  }
`);

export const SHIFT_FACTS = graphql(`
  fragment ShiftFacts on ScenarioShift {
    from
    to
    chosen
    item {
      ...TriedItem
    }
  }
`);

/** A move that the order made since the scenario was copied from it. */
export const MEANWHILE_MOVE = graphql(`
  fragment MeanwhileMove on OrderMove {
    id
    number
    scope
    from
    to
    count
    reason
    at
    by {
      id
      name
    }
    item {
      id
      key
      title
    }
  }
`);
