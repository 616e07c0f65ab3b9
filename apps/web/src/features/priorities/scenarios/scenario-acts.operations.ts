import { graphql } from '../../../generated/gql';

export const CREATE_SCENARIO = graphql(`
  mutation CreateScenario($productId: ID!, $name: String!, $note: String, $idempotencyKey: String) {
    createScenario(productId: $productId, name: $name, note: $note, idempotencyKey: $idempotencyKey) {
      ...ScenarioRecord
    }
  }
`);

export const RENAME_SCENARIO = graphql(`
  mutation RenameScenario($id: ID!, $version: Int!, $name: String!, $note: String, $idempotencyKey: String) {
    renameScenario(id: $id, version: $version, name: $name, note: $note, idempotencyKey: $idempotencyKey) {
      ...ScenarioRecord
    }
  }
`);

export const MOVE_IN_SCENARIO = graphql(`
  mutation MoveInScenario($id: ID!, $version: Int!, $ids: [ID!]!, $to: OrderPlace!, $idempotencyKey: String) {
    moveInScenario(id: $id, version: $version, ids: $ids, to: $to, idempotencyKey: $idempotencyKey) {
      ...ScenarioFacts
    }
  }
`);

export const UNDO_SCENARIO_MOVE = graphql(`
  mutation UndoScenarioMove($id: ID!, $version: Int!, $idempotencyKey: String) {
    undoScenarioMove(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ScenarioFacts
    }
  }
`);

export const SHARE_SCENARIO = graphql(`
  mutation ShareScenario($id: ID!, $version: Int!, $shared: Boolean!, $idempotencyKey: String) {
    shareScenario(id: $id, version: $version, shared: $shared, idempotencyKey: $idempotencyKey) {
      ...ScenarioRecord
    }
  }
`);

export const COMMENT_ON_SCENARIO = graphql(`
  mutation CommentOnScenario($id: ID!, $text: String!, $idempotencyKey: String) {
    commentOnScenario(id: $id, text: $text, idempotencyKey: $idempotencyKey) {
      ...ScenarioRecord
    }
  }
`);

export const CATCH_UP_SCENARIO = graphql(`
  mutation CatchUpScenario($id: ID!, $version: Int!, $idempotencyKey: String) {
    catchUpScenario(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ScenarioRecord
    }
  }
`);

export const PUBLISH_SCENARIO = graphql(`
  mutation PublishScenario($id: ID!, $version: Int!, $decision: ScenarioDecisionInput!, $idempotencyKey: String) {
    publishScenario(id: $id, version: $version, decision: $decision, idempotencyKey: $idempotencyKey) {
      number
      scenario {
        ...ScenarioRecord
      }
      decision {
        ...DecisionLine
      }
    }
  }
`);

export const DISCARD_SCENARIO = graphql(`
  mutation DiscardScenario($id: ID!, $version: Int!, $idempotencyKey: String) {
    discardScenario(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ScenarioFacts
    }
  }
`);
