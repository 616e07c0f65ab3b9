import { graphql } from '../../../generated/gql';

export const SCORE_ITEM = graphql(`
  mutation ScoreItem(
    $id: ID!
    $version: Int!
    $value: Int
    $timeCriticality: Int
    $riskReduction: Int
    $idempotencyKey: String
  ) {
    scoreBacklogItem(
      id: $id
      version: $version
      value: $value
      timeCriticality: $timeCriticality
      riskReduction: $riskReduction
      idempotencyKey: $idempotencyKey
    ) {
      ...OrderItem
    }
  }
`);

export const SCORE_DISAGREEMENTS = graphql(`
  query ScoreDisagreements($productId: ID!, $areaId: ID, $first: Int!) {
    scoreDisagreements(productId: $productId, areaId: $areaId, first: $first) {
      position
      scorePosition
      gap
      item {
        id
        key
        title
        tier
        state
        points
        area {
          id
          name
        }
        score {
          costOfDelay
          wsjf
        }
      }
    }
  }
`);
