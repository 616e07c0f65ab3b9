import { graphql } from '../../../generated/gql';

/** What things are called now: words that name them by key or id stay right when their titles change. */
export const THINGS = graphql(`
  query Things($keys: [String!]!) {
    things(keys: $keys) {
      key
      name
    }
  }
`);
