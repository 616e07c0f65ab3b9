import { graphql } from '../../generated/gql';

export const RESET_DEMO = graphql(`
  mutation ResetDemo {
    resetDemo {
      viewer {
        id
      }
    }
  }
`);
