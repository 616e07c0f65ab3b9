import { graphql } from '../../../generated/gql';

/** What a change of a source may change on any screen. */
export const SOURCE_FACTS = graphql(`
  fragment SourceFacts on Source {
    id
    name
    kind
    version
    viewerCan
    contact
    contactPerson {
      id
      name
    }
    team {
      id
      name
    }
    aliases
    openCount
    pastCount
  }
`);

export const SOURCES_LIST = graphql(`
  query SourcesList($search: String, $kinds: [SourceKind!], $order: SourceOrder, $first: Int!) {
    sources(search: $search, kinds: $kinds, order: $order, first: $first) {
      id
      name
      kind
      version
      viewerCan
      aliases
      openCount
      pastCount
      blockedTeamDays
      blockedTeamDaysPerDay
      recurring {
        category
        times
      }
    }
  }
`);

export const SOURCE_IMPEDIMENT = graphql(`
  fragment SourceImpediment on Impediment {
    id
    key
    title
    state
    raisedAt
    resolvedAt
    closedAt
    updatedAt
    blockedTeamDays
    owner {
      id
      name
    }
    raisingTeam {
      id
      name
    }
  }
`);

export const SOURCE_PAGE = graphql(`
  query SourcePage($id: ID!, $first: Int!) {
    source(id: $id) {
      ...SourceFacts
      blockedTeamDays
      blockedTeamDaysPerDay
      blockedTeamDaysByMonth {
        month
        blockedTeamDays
      }
      medianHoursToResolve
      resolvedCount
      recurring {
        category
        times
        blockedTeamDays
        impediments {
          id
          key
          title
          state
        }
      }
      openImpediments(first: $first) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...SourceImpediment
          }
        }
      }
      pastImpediments(first: $first) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...SourceImpediment
          }
        }
      }
      activity(first: 20) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            at
            event
            changes
            note
            actor {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const MORE_OPEN = graphql(`
  query MoreOpenOfSource($id: ID!, $first: Int!, $after: String!) {
    source(id: $id) {
      id
      openImpediments(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...SourceImpediment
          }
        }
      }
    }
  }
`);

export const MORE_PAST = graphql(`
  query MorePastOfSource($id: ID!, $first: Int!, $after: String!) {
    source(id: $id) {
      id
      pastImpediments(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...SourceImpediment
          }
        }
      }
    }
  }
`);

export const MORE_ACTIVITY = graphql(`
  query MoreActivityOfSource($id: ID!, $first: Int!, $after: String!) {
    source(id: $id) {
      id
      activity(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            at
            event
            changes
            note
            actor {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** Asked for by whoever is about to change or merge it. */
export const SOURCE_NOW = graphql(`
  query SourceNow($id: ID!) {
    source(id: $id) {
      ...SourceFacts
    }
  }
`);

export const EDIT_SOURCE = graphql(`
  mutation EditSource($id: ID!, $version: Int!, $input: EditSourceInput!, $idempotencyKey: String) {
    editSource(id: $id, version: $version, input: $input, idempotencyKey: $idempotencyKey) {
      ...SourceFacts
    }
  }
`);

export const MERGE_SOURCES = graphql(`
  mutation MergeSources($id: ID!, $version: Int!, $intoId: ID!, $idempotencyKey: String) {
    mergeSources(id: $id, version: $version, intoId: $intoId, idempotencyKey: $idempotencyKey) {
      movedImpediments
      source {
        ...SourceFacts
      }
    }
  }
`);
