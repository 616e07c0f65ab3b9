import { graphql } from '../../../generated/gql';

/** Every place where decisions are made. */
export const DECISION_SCOPES = graphql(`
  query DecisionScopes {
    organization {
      id
      name
      products {
        id
        name
        areas {
          id
          name
          teams {
            id
            name
          }
        }
      }
    }
  }
`);

export const PEOPLE_OF_DECISIONS = graphql(`
  query PeopleOfDecisions($search: String) {
    people(first: 20, search: $search) {
      edges {
        cursor
        node {
          id
          name
          email
          deactivatedAt
        }
      }
    }
  }
`);
