import { graphql } from '../../../generated/gql';

export const BOTTLENECK_MAP = graphql(`
  query BottleneckMap($quarter: String) {
    bottleneckMap(quarter: $quarter) {
      quarters
      total {
        blockedTeamDays
        impedimentCount
      }
      withoutSource {
        blockedTeamDays
        impedimentCount
      }
      sources {
        source {
          id
          name
        }
        blockedTeamDays
        impedimentCount
        recurring
        bottlenecks {
          area {
            id
            name
          }
          blockedTeamDays
          impedimentCount
          recurring
        }
      }
      moreSources
      areas {
        area {
          id
          name
        }
        blockedTeamDays
        impedimentCount
        recurring
      }
      recurrences {
        source {
          id
          name
        }
        category
        times
        blockedTeamDays
      }
    }
  }
`);

export const BOTTLENECK_IMPEDIMENTS = graphql(`
  query BottleneckImpediments(
    $quarter: String
    $sourceId: ID
    $withoutSource: Boolean
    $areaId: ID
    $category: ImpedimentCategory
    $first: Int!
    $after: String
  ) {
    bottleneckImpediments(
      quarter: $quarter
      sourceId: $sourceId
      withoutSource: $withoutSource
      areaId: $areaId
      category: $category
      first: $first
      after: $after
    ) {
      blockedTeamDays
      impediments {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            blockedTeamDays
            recurring
            impediment {
              id
              key
              title
              state
              category
              raisedAt
              affectedTeams {
                id
                name
              }
              source {
                id
                name
              }
              owner {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

/** What the list is of; where it leads when it was merged. */
export const BOTTLENECK_SOURCE = graphql(`
  query BottleneckSource($id: ID!) {
    source(id: $id) {
      id
      name
    }
  }
`);
