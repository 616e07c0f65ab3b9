import { graphql } from '../../../generated/gql';

/** What somebody else's change made of it, and who they were. */
export const WHAT_IS_THERE_NOW = graphql(`
  query WhatIsThereNow($key: String!) {
    impediment(key: $key) {
      id
      key
      title
      state
      version
      owner {
        id
        name
      }
      activity(first: 5) {
        edges {
          node {
            id
            at
            event
            changes
            note
            actor {
              id
              name
            }
          }
        }
      }
    }
  }
`);
