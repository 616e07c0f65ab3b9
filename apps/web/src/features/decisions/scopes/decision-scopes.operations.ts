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
