import { graphql } from '../../../generated/gql';

export const CAPACITY_LINE = graphql(`
  fragment CapacityLine on CapacityRow {
    area {
      id
      name
    }
    kind
    target
    held
    points
    items
    unsized
  }
`);

export const CAPACITY_FACTS = graphql(`
  fragment CapacityFacts on ProductCapacity {
    measure
    first
    version
    viewerCan
    areas {
      ...CapacityLine
    }
    kinds {
      ...CapacityLine
    }
    cells {
      ...CapacityLine
    }
  }
`);

/** The order says as well whose areas the viewer looks after. */
export const PRODUCT_CAPACITY = graphql(`
  query ProductCapacity($productId: ID!, $measure: CapacityMeasure, $first: Int) {
    productCapacity(productId: $productId, measure: $measure, first: $first) {
      ...CapacityFacts
    }
    productOrder(productId: $productId, from: 1, count: 1) {
      number
      length
      ownAreas {
        id
      }
    }
  }
`);

export const SET_CAPACITY_TARGETS = graphql(`
  mutation SetCapacityTargets(
    $productId: ID!
    $version: Int!
    $targets: [CapacityTargetInput!]!
    $idempotencyKey: String
  ) {
    setCapacityTargets(productId: $productId, version: $version, targets: $targets, idempotencyKey: $idempotencyKey) {
      version
    }
  }
`);
