import { graphql } from '../../../generated/gql';

/** What a brief says: data with what each number was computed from, and what people propose. */
export const BRIEF_WORDS = graphql(`
  fragment BriefWords on BriefData {
    asOf
    timeZone
    impediment {
      id
      key
      title
      category
      severity
      source
      raisedAt
      ageInWorkingDays
    }
    teams {
      id
      name
      area
      blockedTeamDays
      stillBlocked
    }
    blockedItems {
      key
      title
    }
    blockedTeamDays {
      soFar
      perDay
    }
    velocity {
      formula
      teams {
        team
        items {
          ...BriefPaceWords
        }
        points {
          ...BriefPaceWords
        }
      }
    }
    earlier {
      quarters
      impediments {
        id
        key
        title
        state
        resolution
        blockedTeamDays
      }
      blockedTeamDays
      recurring
    }
    proposal
    ask
    answerBy
  }
`);

export const BRIEF_PACE_WORDS = graphql(`
  fragment BriefPaceWords on BriefPace {
    lost
    lack
    before {
      mean
      sprints {
        name
        done
      }
    }
    during {
      mean
      sprints {
        name
        done
      }
    }
  }
`);

/** A brief in a list. */
export const BRIEF_LINE = graphql(`
  fragment BriefLine on EscalationBrief {
    id
    state
    overdue
    answerBy
    sentAt
    sentBy {
      id
      name
    }
    recipients {
      id
      name
    }
    data {
      ask
      proposal
    }
    answer {
      kind
      words
      at
      by {
        id
        name
      }
      insteadOf {
        id
        name
      }
    }
  }
`);

export const BRIEF_FACTS = graphql(`
  fragment BriefFacts on EscalationBrief {
    ...BriefLine
    fingerprint
    replacedById
    markdownUrl
    pdfUrl
    viewerCan
    data {
      ...BriefWords
    }
    impediment {
      id
      key
      title
      state
      viewerCan
      owner {
        id
        name
      }
    }
  }
`);

export const BRIEF_PAGE = graphql(`
  query EscalationBriefPage($id: ID!) {
    escalationBrief(id: $id) {
      ...BriefFacts
    }
  }
`);

/** What is written about, and what was sent for it before. */
export const BRIEF_TO_WRITE = graphql(`
  query BriefToWrite($key: String!) {
    impediment(key: $key) {
      ...ImpedimentFacts
      briefs {
        ...BriefLine
      }
    }
  }
`);

export const BRIEF_PREVIEW = graphql(`
  query BriefPreview($impedimentId: ID!) {
    escalationBriefPreview(impedimentId: $impedimentId) {
      data {
        ...BriefWords
      }
      offeredRecipients {
        id
        name
      }
    }
  }
`);

export const SEND_BRIEF = graphql(`
  mutation SendEscalationBrief($id: ID!, $version: Int!, $input: SendEscalationBriefInput!, $idempotencyKey: String) {
    impediment: sendEscalationBrief(id: $id, version: $version, input: $input, idempotencyKey: $idempotencyKey) {
      ...ImpedimentFacts
      briefs {
        ...BriefLine
      }
    }
  }
`);

export const ANSWER_BRIEF = graphql(`
  mutation AnswerEscalationBrief($id: ID!, $kind: BriefAnswerKind!, $words: String!, $idempotencyKey: String) {
    answerEscalationBrief(id: $id, kind: $kind, words: $words, idempotencyKey: $idempotencyKey) {
      ...BriefFacts
    }
  }
`);

/** What waits for the viewer, the first by when it is needed; and what did. */
export const ASKED_OF_ME = graphql(`
  query AskedOfMe($past: Int!) {
    waiting: briefsAskedOfMe(first: 50) {
      totalCount
      edges {
        cursor
        node {
          ...BriefFacts
        }
      }
    }
    past: briefsAskedOfMe(first: $past, open: false) {
      totalCount
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
    dependencies(first: 20, filter: { waitsForMe: true }) {
      totalCount
      edges {
        cursor
        node {
          ...WaitingDependency
        }
      }
    }
  }
`);

/** Whether there is anything to show to the viewer, and how much of it waits. */
export const ASKED_COUNT = graphql(`
  query AskedCount {
    viewer {
      id
      person {
        id
        assignments {
          id
          role
        }
      }
    }
    waiting: briefsAskedOfMe(first: 1) {
      totalCount
    }
    past: briefsAskedOfMe(first: 1, open: false) {
      totalCount
    }
  }
`);
