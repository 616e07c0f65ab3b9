import { graphql } from '../../generated/gql';

/** What a card shows and what its moves need; every change returns it, so that the board follows by itself. */
export const IMPEDIMENT_CARD = graphql(`
  fragment ImpedimentCard on Impediment {
    id
    key
    title
    state
    category
    severity
    level
    clockEndsAt
    clock {
      pausedAt
      pausedBecause
    }
    raisedAt
    dueOn
    nextStep
    version
    commentCount
    voteCount
    viewerVotes
    viewerWatches
    viewerCan
    owner {
      id
      name
    }
    raisingTeam {
      id
      name
      area {
        id
        name
      }
    }
    affectedTeams {
      id
      name
    }
    source {
      id
      name
      kind
    }
    labels {
      id
      name
    }
    blockedTeamDays
    updatedAt
  }
`);

/** The card and what only the panel shows. */
export const IMPEDIMENT_FACTS = graphql(`
  fragment ImpedimentFacts on Impediment {
    ...ImpedimentCard
    description
    levelSince
    clockTerms: clock {
      workingHours
      workedMinutes
      escalatesByItself
      escalatesAt
    }
    resolution
    declineReason
    triagedAt
    startedAt
    resolvedAt
    closedAt
    reopenedCount
    raisedBy {
      id
      name
    }
    source {
      id
      name
      kind
    }
    duplicateOf {
      id
      key
      title
      state
    }
    blockedItems {
      externalKey
      title
      state
    }
  }
`);

export const IMPEDIMENT_BY_KEY = graphql(`
  query ImpedimentByKey($key: String!) {
    impediment(key: $key) {
      ...ImpedimentFacts
    }
  }
`);

export const IMPEDIMENT_LEVELS = graphql(`
  query ImpedimentLevels {
    organization {
      id
      impedimentLevels {
        level
        name
        clockWorkingHours
      }
    }
  }
`);

/** Every team that can be affected, by area. */
export const IMPEDIMENT_TEAMS = graphql(`
  query ImpedimentTeams {
    organization {
      id
      products {
        id
        areas {
          id
          name
          teams {
            id
            name
          }
        }
      }
    }
  }
`);
