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

/** What a line says of a proposal that waits for this person. */
export const WAITING_DECISION = graphql(`
  fragment WaitingDecision on Decision {
    id
    key
    title
    proposedAt
    proposedBy {
      id
      name
    }
    scope {
      kind
      id
      name
    }
    flow {
      asks {
        id
        kind
        dueAt
        overdue
        answer
        viewerCan
      }
    }
  }
`);

/** What a line says of a decision that this person may still veto. */
export const OPEN_TO_VETO = graphql(`
  fragment OpenToVeto on Decision {
    id
    key
    title
    decidedBy {
      id
      name
    }
    scope {
      kind
      id
      name
    }
    flow {
      vetoEndsAt
    }
  }
`);

/** What a line says of a decision whose day to be looked at again has come, and whose it is. */
export const REVISIT_DUE = graphql(`
  fragment RevisitDue on Decision {
    id
    key
    title
    state
    revisitOn
    scope {
      kind
      id
      name
    }
    proposedBy {
      id
    }
    decidedBy {
      id
    }
    people {
      part
      name
      person {
        id
        name
      }
    }
  }
`);

/** What a line says of a dependency that waits for this person's answer. */
export const WAITING_DEPENDENCY = graphql(`
  fragment WaitingDependency on Dependency {
    id
    key
    state
    words
    neededBy
    proposedFor
    answerDueAt
    overdue
    requestedBy {
      id
      name
    }
    consumer {
      id
      key
      title
    }
    providerTeam {
      id
      name
    }
  }
`);

/** What a line says of a review that this person is asked for. */
export const REVIEW_OF_MINE = graphql(`
  fragment ReviewOfMine on Review {
    id
    askedAt
    approvalsMissing
    viewerCan
    askedBy {
      id
      name
    }
    artifact {
      id
      key
      title
      kind
      community {
        id
        name
      }
    }
  }
`);

export const MY_WORK = graphql(`
  query MyWork($me: ID!) {
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
    proposals: decisionsAskedOfMe(first: 20, open: true) {
      totalCount
      edges {
        cursor
        node {
          ...WaitingDecision
        }
      }
    }
    dependencies(first: 20, filter: { waitsForMe: true }) {
      totalCount
      edges {
        cursor
        node {
          ...WaitingDependency
        }
      }
    }
    openToVeto: decisionsOpenToMyVeto(first: 20) {
      totalCount
      edges {
        cursor
        node {
          ...OpenToVeto
        }
      }
    }
    revisits: decisions(first: 50, filter: { personId: $me, revisitDue: true }, order: REVISIT) {
      edges {
        cursor
        node {
          decision {
            ...RevisitDue
          }
        }
      }
    }
    reviews: reviewsAskedOfMe {
      ...ReviewOfMine
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
