import { graphql } from '../../../generated/gql';

export const VISIT_BOARD = graphql(`
  mutation VisitBoard {
    visitBoard {
      since
      truncated
      news {
        impediment {
          id
          key
          title
          state
        }
        entries {
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
`);
