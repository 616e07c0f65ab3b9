import { graphql } from '../../../generated/gql';

export const GOAL_FACTS = graphql(`
  fragment GoalFacts on ProductGoal {
    id
    title
    description
    measures {
      name
      unit
      baseline
      target
      current
    }
    state
    activeSince
    endedAt
    endedWords
    openItems
    doneItems
    version
    viewerCan
  }
`);

export const PRODUCT_GOALS = graphql(`
  query ProductGoals($productId: ID!) {
    productGoals(productId: $productId) {
      ...GoalFacts
    }
  }
`);

export const CREATE_GOAL = graphql(`
  mutation CreateGoal(
    $productId: ID!
    $title: String!
    $description: String
    $measures: [GoalMeasureInput!]
    $idempotencyKey: String
  ) {
    goal: createProductGoal(
      productId: $productId
      title: $title
      description: $description
      measures: $measures
      idempotencyKey: $idempotencyKey
    ) {
      ...GoalFacts
    }
  }
`);

export const EDIT_GOAL = graphql(`
  mutation EditGoal(
    $id: ID!
    $version: Int!
    $title: String
    $description: String
    $measures: [GoalMeasureInput!]
    $idempotencyKey: String
  ) {
    goal: editProductGoal(
      id: $id
      version: $version
      title: $title
      description: $description
      measures: $measures
      idempotencyKey: $idempotencyKey
    ) {
      ...GoalFacts
    }
  }
`);

export const ACTIVATE_GOAL = graphql(`
  mutation ActivateGoal($id: ID!, $version: Int!, $idempotencyKey: String) {
    goal: activateProductGoal(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...GoalFacts
    }
  }
`);

export const END_GOAL = graphql(`
  mutation EndGoal($id: ID!, $version: Int!, $achieved: Boolean!, $words: String!, $idempotencyKey: String) {
    goal: endProductGoal(
      id: $id
      version: $version
      achieved: $achieved
      words: $words
      idempotencyKey: $idempotencyKey
    ) {
      ...GoalFacts
    }
  }
`);
