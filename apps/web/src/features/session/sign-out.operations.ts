import { graphql } from '../../generated/gql';

export const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut {
      done
    }
  }
`);

export const END_OTHER_SESSIONS = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      done
    }
  }
`);
