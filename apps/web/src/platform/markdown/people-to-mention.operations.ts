import { graphql } from '../../generated/gql';

export const PEOPLE_TO_MENTION = graphql(`
  query PeopleToMention($search: String) {
    people(first: 8, search: $search) {
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
