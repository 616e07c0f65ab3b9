import { graphql } from '../../generated/gql';

/** Who is here, and what the installation offers to somebody who is not signed in. */
export const SESSION = graphql(`
  query Session {
    instance {
      firstRun
      demoAvailable
      demoExists
      version
    }
    viewer {
      id
      can
      person {
        id
        name
        email
      }
      organization {
        id
        name
        slug
        timeZone
        demo
        viewerCan
      }
      teams {
        id
        name
      }
    }
  }
`);
