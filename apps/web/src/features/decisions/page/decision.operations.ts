import { graphql } from '../../../generated/gql';

/** Everything that its page shows. */
export const DECISION_RECORD = graphql(`
  fragment DecisionRecord on Decision {
    ...DecisionLine
    context
    drivers
    options {
      title
      description
      arguments {
        tone
        text
      }
    }
    chosenOption
    outcome
    rationale
    gains
    givesUp
    consequences {
      tone
      text
    }
    confirmation
    moreInformation
    people {
      part
      name
      person {
        id
        name
      }
    }
    links {
      id
      kind
      thingId
      key
      title
      url
      stays
      addedByViewer
    }
    amendments {
      number
      text
      by {
        id
        name
      }
      at
    }
    supersededBy {
      id
      key
      title
      state
    }
    supersedes {
      id
      key
      title
      state
    }
    history {
      id
      key
      title
      state
      proposedAt
      decidedAt
    }
    revertReason
    closeReason
    flow {
      ...DecisionFlowFacts
    }
    veto {
      by {
        id
        name
      }
      for {
        id
        name
      }
      reason
      at
    }
    contentHash
    brief {
      id
    }
    importedFrom
    version
    updatedAt
    viewerCan
    markdownUrl
  }
`);

/** What happened to it, newest first. */
export const DECISION_ACTIVITY = graphql(`
  fragment DecisionActivityPage on ActivityConnection {
    edges {
      cursor
      node {
        id
        at
        actor {
          id
          name
        }
        event
        changes
        note
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
`);

export const DECISION = graphql(`
  query Decision($key: String!) {
    decision(key: $key) {
      ...DecisionRecord
      activity(first: 10) {
        ...DecisionActivityPage
      }
      related(first: 6) {
        ...DecisionLine
      }
    }
  }
`);

export const MORE_DECISION_ACTIVITY = graphql(`
  query MoreDecisionActivity($key: String!, $after: String!) {
    decision(key: $key) {
      id
      activity(first: 30, after: $after) {
        ...DecisionActivityPage
      }
    }
  }
`);
