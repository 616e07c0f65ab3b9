import { graphql } from '../../../generated/gql';

/** Items that another may be part of, or that it waits for. */
export const ITEMS_FOUND = graphql(`
  query ItemsFound($productId: ID!, $filter: ItemFilter) {
    backlog(productId: $productId, filter: $filter, first: 20) {
      edges {
        cursor
        node {
          id
          key
          title
          tier
          state
          area {
            id
            name
          }
        }
      }
    }
  }
`);

/** Goals that an item may serve. */
export const GOALS_TO_SERVE = graphql(`
  query GoalsToServe($productId: ID!) {
    productGoals(productId: $productId) {
      id
      title
      state
    }
  }
`);

/** Somebody whom an address names by id. */
export const ITEM_PERSON = graphql(`
  query ItemPerson($id: ID!) {
    node(id: $id) {
      id
      ... on Person {
        name
      }
    }
  }
`);
