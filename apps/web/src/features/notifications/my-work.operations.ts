import { graphql } from '../../generated/gql';

/** What a line of my work says of an impediment, and what its deadline follows from. */
export const WORK_LINE = graphql(`
  fragment WorkLine on Impediment {
    id
    key
    title
    state
    severity
    nextStep
    dueOn
    clockEndsAt
    raisedAt
    raisingTeam {
      id
      name
    }
    owner {
      id
      name
    }
  }
`);

export const MY_WORK = graphql(`
  query MyWork {
    myImpediments {
      owned {
        ...WorkLine
      }
      toConfirm {
        ...WorkLine
      }
      toTriage {
        ...WorkLine
      }
    }
    asked: briefsAskedOfMe(first: 20) {
      edges {
        cursor
        node {
          ...BriefLine
          impediment {
            id
            key
            title
          }
        }
      }
    }
    sentInvitations {
      id
      state
      expiresAt
      email
      person {
        id
        name
      }
    }
    inbox(first: 20, unreadOnly: true, reason: MENTIONED) {
      edges {
        cursor
        node {
          ...InboxEntryFacts
        }
      }
      unreadCount
    }
  }
`);
