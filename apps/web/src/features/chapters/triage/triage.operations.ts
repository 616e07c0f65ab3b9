import { graphql } from '../../../generated/gql';

/** What stands on the agenda, and what became of it. */
export const TRIAGE_ITEM = graphql(`
  fragment TriageItemFacts on TriageItem {
    id
    position
    reason
    why
    result
    note
    endedAt
    dots
    viewerDots
    secondsSpent
    version
    endedBy {
      id
      name
    }
    impediment {
      id
      key
      title
      state
      level
      severity
      dueOn
      nextStep
      clockEndsAt
      raisedAt
      blockedTeamDays
      blockedTeamDaysPerDay
      version
      viewerCan
      owner {
        id
        name
      }
      raisingTeam {
        id
        name
      }
      affectedTeams {
        id
        name
      }
      source {
        id
        name
      }
    }
    source {
      id
      name
    }
    action {
      ...ActionFacts
    }
    actions {
      ...ActionFacts
    }
  }
`);

/** The whole session: small enough to be told as one at each change. */
export const TRIAGE_SESSION_FACTS = graphql(`
  fragment TriageSessionFacts on TriageSession {
    id
    state
    startedAt
    endedAt
    dotsPerPerson
    viewerDotsLeft
    minutes
    serverTime
    version
    viewerCan
    chapter {
      id
      name
      scope {
        kind
        id
        name
      }
    }
    occurrence {
      id
      name
    }
    facilitator {
      id
      name
    }
    current {
      id
    }
    items {
      ...TriageItemFacts
    }
    participants {
      joinedAt
      person {
        id
        name
      }
    }
    timebox {
      seconds
      endsAt
      secondsLeft
    }
    toldTeams {
      id
      name
    }
  }
`);

export const TRIAGE_SESSION = graphql(`
  query TriageSession($id: ID!) {
    triageSession(id: $id) {
      ...TriageSessionFacts
    }
  }
`);

export const TRIAGE_SESSION_CHANGED = graphql(`
  subscription TriageSessionChanged($id: ID!, $after: String) {
    triageSessionChanged(id: $id, after: $after) {
      cursor
      resync
      event
      session {
        ...TriageSessionFacts
      }
    }
  }
`);

/** What was written of it when it was raised; asked for when it is taken up. */
export const IMPEDIMENT_WORDS = graphql(`
  query ImpedimentWords($key: String!) {
    impediment(key: $key) {
      id
      key
      description
      briefs {
        id
        state
      }
    }
  }
`);

export const JOIN_TRIAGE = graphql(`
  mutation JoinTriage($sessionId: ID!) {
    session: joinTriage(sessionId: $sessionId) {
      ...TriageSessionFacts
    }
  }
`);

export const TAKE_UP_ITEM = graphql(`
  mutation TakeUpItem($itemId: ID!, $seconds: Int) {
    session: takeUpItem(itemId: $itemId, seconds: $seconds) {
      ...TriageSessionFacts
    }
  }
`);

export const ADD_TRIAGE_ITEM = graphql(`
  mutation AddTriageItem($sessionId: ID!, $impedimentKey: String!, $idempotencyKey: String) {
    session: addTriageItem(sessionId: $sessionId, impedimentKey: $impedimentKey, idempotencyKey: $idempotencyKey) {
      ...TriageSessionFacts
    }
  }
`);

export const MOVE_TRIAGE_ITEM = graphql(`
  mutation MoveTriageItem($itemId: ID!, $position: Int!) {
    session: moveTriageItem(itemId: $itemId, position: $position) {
      ...TriageSessionFacts
    }
  }
`);

export const SET_TRIAGE_DOTS = graphql(`
  mutation SetTriageDots($itemId: ID!, $dots: Int!, $idempotencyKey: String) {
    session: setTriageDots(itemId: $itemId, dots: $dots, idempotencyKey: $idempotencyKey) {
      ...TriageSessionFacts
    }
  }
`);

export const END_TRIAGE_ITEM = graphql(`
  mutation EndTriageItem($itemId: ID!, $version: Int!, $result: TriageResultInput!, $idempotencyKey: String) {
    session: endTriageItem(itemId: $itemId, version: $version, result: $result, idempotencyKey: $idempotencyKey) {
      ...TriageSessionFacts
    }
  }
`);

export const REOPEN_TRIAGE_ITEM = graphql(`
  mutation ReopenTriageItem($itemId: ID!, $idempotencyKey: String) {
    session: reopenTriageItem(itemId: $itemId, idempotencyKey: $idempotencyKey) {
      ...TriageSessionFacts
    }
  }
`);

export const PROMISE_ACTION = graphql(`
  mutation PromiseAction($itemId: ID!, $title: String!, $ownerId: ID!, $dueOn: Date!, $idempotencyKey: String) {
    session: promiseAction(
      itemId: $itemId
      title: $title
      ownerId: $ownerId
      dueOn: $dueOn
      idempotencyKey: $idempotencyKey
    ) {
      ...TriageSessionFacts
    }
  }
`);

export const START_TIMEBOX = graphql(`
  mutation StartTimebox($sessionId: ID!, $seconds: Int!) {
    session: startTimebox(sessionId: $sessionId, seconds: $seconds) {
      ...TriageSessionFacts
    }
  }
`);

export const PAUSE_TIMEBOX = graphql(`
  mutation PauseTimebox($sessionId: ID!) {
    session: pauseTimebox(sessionId: $sessionId) {
      ...TriageSessionFacts
    }
  }
`);

export const RESUME_TIMEBOX = graphql(`
  mutation ResumeTimebox($sessionId: ID!) {
    session: resumeTimebox(sessionId: $sessionId) {
      ...TriageSessionFacts
    }
  }
`);

export const HAND_OVER_TRIAGE = graphql(`
  mutation HandOverTriage($sessionId: ID!, $version: Int!, $personId: ID!) {
    session: handOverTriage(sessionId: $sessionId, version: $version, personId: $personId) {
      ...TriageSessionFacts
    }
  }
`);

export const END_TRIAGE = graphql(`
  mutation EndTriage($sessionId: ID!, $version: Int!, $idempotencyKey: String) {
    session: endTriage(sessionId: $sessionId, version: $version, idempotencyKey: $idempotencyKey) {
      ...TriageSessionFacts
    }
  }
`);

export const COACHING_QUESTIONS = graphql(`
  query CoachingQuestions {
    coachingQuestions {
      situation
      title
      questions
    }
  }
`);
