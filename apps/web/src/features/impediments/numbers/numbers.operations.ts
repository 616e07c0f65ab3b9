import { graphql } from '../../../generated/gql';

export const NUMBERS_FACTS = graphql(`
  fragment NumbersFacts on ImpedimentNumbers {
    timeToTriage {
      count
      medianHours
      percentile85Hours
    }
    timeToResolve {
      count
      medianHours
      percentile85Hours
    }
    timeToResolveByLevel {
      level
      count
      medianHours
      percentile85Hours
    }
    overdue {
      count
      of
      share
    }
    reopened {
      count
      of
      share
    }
    resolvedWithoutEscalation {
      count
      of
      share
    }
  }
`);

/** The window with its groups, and the one of the same length before it. */
export const IMPEDIMENT_NUMBERS = graphql(`
  query ImpedimentNumbers(
    $by: NumberGroup!
    $from: Date!
    $endsBefore: Date!
    $beforeFrom: Date!
    $areaId: ID
    $teamId: ID
    $sourceId: ID
  ) {
    now: impedimentNumbers(
      by: $by
      from: $from
      endsBefore: $endsBefore
      areaId: $areaId
      teamId: $teamId
      sourceId: $sourceId
    ) {
      total {
        ...NumbersFacts
      }
      groups {
        month
        area {
          id
          name
        }
        team {
          id
          name
        }
        source {
          id
          name
        }
        numbers {
          ...NumbersFacts
        }
      }
      moreGroups
    }
    before: impedimentNumbers(
      by: NONE
      from: $beforeFrom
      endsBefore: $from
      areaId: $areaId
      teamId: $teamId
      sourceId: $sourceId
    ) {
      total {
        ...NumbersFacts
      }
    }
  }
`);

export const IMPEDIMENTS_COUNTED = graphql(`
  query ImpedimentsCounted(
    $number: ImpedimentNumber!
    $from: Date!
    $endsBefore: Date!
    $level: Int
    $areaId: ID
    $teamId: ID
    $sourceId: ID
    $withoutSource: Boolean
    $onlyCounted: Boolean
    $first: Int!
    $after: String
  ) {
    impedimentsCounted(
      number: $number
      from: $from
      endsBefore: $endsBefore
      level: $level
      areaId: $areaId
      teamId: $teamId
      sourceId: $sourceId
      withoutSource: $withoutSource
      onlyCounted: $onlyCounted
      first: $first
      after: $after
    ) {
      edges {
        cursor
        node {
          at
          hours
          counts
          impediment {
            id
            key
            title
            state
            level
            owner {
              id
              name
            }
            raisingTeam {
              id
              name
            }
            source {
              id
              name
            }
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

export const SOURCES_TO_COUNT = graphql(`
  query SourcesToCount {
    sources(first: 500) {
      id
      name
    }
  }
`);
