import { graphql } from '../../generated/gql';

/** The first of those whose name or address has these words. */
export const PEOPLE_FOUND = graphql(`
  query PeopleFound($search: String) {
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
