import { graphql } from '../../generated/gql';

/** What one line about a decision says, wherever it stands. */
export const DECISION_LINE = graphql(`
  fragment DecisionLine on Decision {
    id
    key
    title
    kind
    state
    scope {
      kind
      id
      name
    }
    decisionArea {
      id
      name
    }
    proposedBy {
      id
      name
    }
    proposedAt
    decidedBy {
      id
      name
    }
    decidedAt
    revisitOn
  }
`);

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

export const DECISION = graphql(`
  query Decision($key: String!) {
    decision(key: $key) {
      ...DecisionRecord
      activity(first: 10) {
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
    }
  }
`);

export const DECISIONS = graphql(`
  query Decisions($first: Int!, $after: String, $filter: DecisionFilter, $order: DecisionOrder) {
    decisions(first: $first, after: $after, filter: $filter, order: $order) {
      edges {
        cursor
        node {
          titleMarked
          snippet
          decision {
            ...DecisionLine
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const DECISION_AREAS = graphql(`
  query DecisionAreas {
    decisionAreas {
      id
      name
      description
      archived
      version
    }
  }
`);

/** What somebody filters by, by its id. */
export const NAMED_THING = graphql(`
  query NamedThing($id: ID!) {
    node(id: $id) {
      id
      ... on Impediment {
        key
        title
      }
      ... on Team {
        name
      }
      ... on Area {
        name
      }
      ... on Product {
        name
      }
      ... on Person {
        name
      }
    }
  }
`);

export const PROPOSE_DECISION = graphql(`
  mutation ProposeDecision($input: ProposeDecisionInput!, $idempotencyKey: String) {
    proposeDecision(input: $input, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const EDIT_DECISION = graphql(`
  mutation EditDecision($id: ID!, $version: Int!, $input: EditDecisionInput!, $idempotencyKey: String) {
    editDecision(id: $id, version: $version, input: $input, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const WITHDRAW_DECISION = graphql(`
  mutation WithdrawDecision($id: ID!, $version: Int!, $reason: String, $idempotencyKey: String) {
    withdrawDecision(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const REVERT_DECISION = graphql(`
  mutation RevertDecision($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    revertDecision(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const AMEND_DECISION = graphql(`
  mutation AmendDecision($id: ID!, $text: String!, $idempotencyKey: String) {
    amendDecision(id: $id, text: $text, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const SET_DECISION_REVISIT = graphql(`
  mutation SetDecisionRevisit($id: ID!, $version: Int!, $revisitOn: Date, $idempotencyKey: String) {
    setDecisionRevisit(id: $id, version: $version, revisitOn: $revisitOn, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const LINK_DECISION = graphql(`
  mutation LinkDecision($id: ID!, $link: DecisionLinkInput!, $idempotencyKey: String) {
    linkDecision(id: $id, link: $link, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const UNLINK_DECISION = graphql(`
  mutation UnlinkDecision($id: ID!, $linkId: ID!, $idempotencyKey: String) {
    unlinkDecision(id: $id, linkId: $linkId, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const DECISION_CHANGED = graphql(`
  subscription DecisionChanged($id: ID, $after: String) {
    decisionChanged(id: $id, after: $after) {
      cursor
      resync
      event
      id
      key
      version
      state
    }
  }
`);
