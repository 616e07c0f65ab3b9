import { graphql } from '../../../generated/gql';

/** What stands in somebody's way, in short; its own screen has the rest. */
export const IMPEDIMENTS_OF = graphql(`
  query ImpedimentsOf($filter: ImpedimentFilter!) {
    impediments(first: 50, filter: $filter) {
      totalCount
      edges {
        node {
          id
          key
          title
          state
          severity
          raisedAt
          owner {
            id
            name
          }
        }
      }
    }
  }
`);
