import { graphql } from '../../../generated/gql';

/** What one team does that others may copy. */
export const PRACTICE_FACTS = graphql(`
  fragment PracticeFacts on Practice {
    id
    title
    words
    url
    at
    thanks
    viewerThanked
    viewerCan
    version
    by {
      id
      name
    }
    team {
      id
      name
    }
  }
`);

export const CHAPTER = graphql(`
  query Chapter($id: ID!) {
    chapter(id: $id) {
      ...ChapterLine
      purpose
      members {
        role
        kind
        away
        person {
          id
          name
        }
        standIn {
          id
          name
        }
        teams {
          id
          name
        }
      }
      cadences {
        id
        name
        sentence
        kind
        place
      }
      practices {
        ...PracticeFacts
      }
      openActions {
        ...ActionFacts
      }
    }
  }
`);

export const CHAPTER_SESSIONS = graphql(`
  query ChapterSessions($id: ID!, $after: String) {
    chapter(id: $id) {
      id
      sessions(first: 10, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            state
            startedAt
            endedAt
            facilitator {
              id
              name
            }
            participants {
              person {
                id
              }
            }
            items {
              id
              result
            }
          }
        }
      }
    }
  }
`);

export const CHAPTER_NUMBERS = graphql(`
  query ChapterNumbers($id: ID!, $by: ChapterPeriod!, $count: Int) {
    chapter(id: $id) {
      id
      numbers(by: $by, count: $count) {
        from
        endsBefore
        raised
        resolved
        hoursToTriage
        hoursToResolve {
          level
          name
          hours
          count
        }
        overdueShare
        reopenedShare
        withoutEscalationShare
      }
    }
  }
`);

export const TRIAGE_AGENDA = graphql(`
  query TriageAgenda($chapterId: ID!) {
    triageAgenda(chapterId: $chapterId) {
      reason
      why
      impediment {
        id
        key
        title
      }
      source {
        id
        name
      }
      action {
        id
        title
      }
    }
  }
`);

export const START_TRIAGE = graphql(`
  mutation StartTriage($chapterId: ID!, $occurrenceId: ID, $idempotencyKey: String) {
    session: startTriage(chapterId: $chapterId, occurrenceId: $occurrenceId, idempotencyKey: $idempotencyKey) {
      id
    }
  }
`);

export const SHARE_PRACTICE = graphql(`
  mutation SharePractice(
    $chapterId: ID!
    $title: String!
    $words: String!
    $url: String
    $teamId: ID
    $idempotencyKey: String
  ) {
    practice: sharePractice(
      chapterId: $chapterId
      title: $title
      words: $words
      url: $url
      teamId: $teamId
      idempotencyKey: $idempotencyKey
    ) {
      ...PracticeFacts
    }
  }
`);

export const EDIT_PRACTICE = graphql(`
  mutation EditPractice(
    $id: ID!
    $version: Int!
    $title: String
    $words: String
    $url: String
    $idempotencyKey: String
  ) {
    practice: editPractice(
      id: $id
      version: $version
      title: $title
      words: $words
      url: $url
      idempotencyKey: $idempotencyKey
    ) {
      ...PracticeFacts
    }
  }
`);

export const REMOVE_PRACTICE = graphql(`
  mutation RemovePractice($id: ID!, $idempotencyKey: String) {
    removePractice(id: $id, idempotencyKey: $idempotencyKey) {
      done
    }
  }
`);

export const THANK_FOR_PRACTICE = graphql(`
  mutation ThankForPractice($id: ID!, $thank: Boolean!, $idempotencyKey: String) {
    practice: thankForPractice(id: $id, thank: $thank, idempotencyKey: $idempotencyKey) {
      id
      thanks
      viewerThanked
    }
  }
`);
