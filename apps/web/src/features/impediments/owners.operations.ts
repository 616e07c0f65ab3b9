import { graphql } from '../../generated/gql';

export const OWNERS_TO_CHOOSE = graphql(`
  query OwnersToChoose($search: String) {
    people(first: 30, search: $search) {
      edges {
        node {
          id
          name
          assignments {
            id
            role
            scope {
              id
              name
            }
          }
        }
      }
    }
  }
`);
