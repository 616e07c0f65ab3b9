import { graphql } from '../../../generated/gql';

/** One date with everything about it. */
export const OCCURRENCE_RECORD = graphql(`
  fragment OccurrenceRecord on Occurrence {
    ...OccurrenceLine
    agenda
    notes
    turn {
      id
      on
      note
      people {
        reason
        person {
          id
          name
        }
        insteadOf {
          id
          name
        }
      }
    }
    invited {
      away
      answer
      attended
      person {
        id
        name
      }
    }
    outcomes {
      id
      kind
      text
      at
      by {
        id
        name
      }
      decision {
        id
        key
        title
      }
      impediment {
        id
        key
        title
      }
      action {
        id
        title
        owner {
          id
          name
        }
      }
    }
    actions {
      ...ActionFacts
    }
    triageSession {
      id
      state
    }
    previous {
      id
      startsAt
    }
    following {
      id
      startsAt
    }
    cadence {
      ...CadenceLine
      hints {
        role
        words
      }
      rota {
        id
        version
        viewerCan
      }
    }
  }
`);

export const OCCURRENCE = graphql(`
  query Occurrence($id: ID!) {
    occurrence(id: $id) {
      ...OccurrenceRecord
    }
  }
`);

export const MOVE_OCCURRENCE = graphql(`
  mutation MoveOccurrence($id: ID!, $version: Int!, $to: LocalDateTime!, $reason: String, $idempotencyKey: String) {
    moveOccurrence(id: $id, version: $version, to: $to, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...OccurrenceLine
    }
  }
`);

export const CANCEL_OCCURRENCE = graphql(`
  mutation CancelOccurrence($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    cancelOccurrence(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...OccurrenceLine
    }
  }
`);

export const SKIP_OCCURRENCE = graphql(`
  mutation SkipOccurrence($id: ID!, $version: Int!, $idempotencyKey: String) {
    skipOccurrence(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      id
      version
    }
  }
`);

export const RESTORE_OCCURRENCE = graphql(`
  mutation RestoreOccurrence($id: ID!, $version: Int!, $idempotencyKey: String) {
    restoreOccurrence(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...OccurrenceLine
    }
  }
`);

export const WRITE_OCCURRENCE_NOTES = graphql(`
  mutation WriteOccurrenceNotes($id: ID!, $version: Int!, $notes: String!, $idempotencyKey: String) {
    writeOccurrenceNotes(id: $id, version: $version, notes: $notes, idempotencyKey: $idempotencyKey) {
      ...OccurrenceLine
      notes
    }
  }
`);

export const SET_OCCURRENCE_FACILITATOR = graphql(`
  mutation SetOccurrenceFacilitator($id: ID!, $version: Int!, $personId: ID, $idempotencyKey: String) {
    setOccurrenceFacilitator(id: $id, version: $version, personId: $personId, idempotencyKey: $idempotencyKey) {
      ...OccurrenceLine
    }
  }
`);

export const ANSWER_OCCURRENCE = graphql(`
  mutation AnswerOccurrence($id: ID!, $answer: InvitationAnswer, $idempotencyKey: String) {
    answerOccurrence(id: $id, answer: $answer, idempotencyKey: $idempotencyKey) {
      id
      invited {
        away
        answer
        attended
        person {
          id
          name
        }
      }
    }
  }
`);

export const RECORD_ATTENDANCE = graphql(`
  mutation RecordAttendance($id: ID!, $attendedIds: [ID!]!, $missedIds: [ID!]!, $idempotencyKey: String) {
    recordAttendance(id: $id, attendedIds: $attendedIds, missedIds: $missedIds, idempotencyKey: $idempotencyKey) {
      id
      invited {
        away
        answer
        attended
        person {
          id
          name
        }
      }
    }
  }
`);

export const ADD_OUTCOME = graphql(`
  mutation AddOutcome(
    $occurrenceId: ID!
    $kind: OutcomeKind!
    $text: String
    $decisionKey: String
    $impedimentKey: String
    $ownerId: ID
    $dueOn: Date
    $idempotencyKey: String
  ) {
    addOutcome(
      occurrenceId: $occurrenceId
      kind: $kind
      text: $text
      decisionKey: $decisionKey
      impedimentKey: $impedimentKey
      ownerId: $ownerId
      dueOn: $dueOn
      idempotencyKey: $idempotencyKey
    ) {
      ...OccurrenceRecord
    }
  }
`);

export const REMOVE_OUTCOME = graphql(`
  mutation RemoveOutcome($id: ID!, $idempotencyKey: String) {
    removeOutcome(id: $id, idempotencyKey: $idempotencyKey) {
      ...OccurrenceRecord
    }
  }
`);
