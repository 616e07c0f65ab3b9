import { graphql } from '../../generated/gql';

/** What a line of a list says of a series. */
export const CADENCE_LINE = graphql(`
  fragment CadenceLine on Cadence {
    id
    kind
    name
    scope {
      kind
      id
      name
    }
    chapter {
      id
      name
    }
    community {
      id
      name
    }
    rule
    sentence
    startsAt
    timeZone
    minutes
    place
    facilitation
    facilitator {
      id
      name
    }
    endsBefore
    version
    viewerCan
  }
`);

export const CADENCES = graphql(`
  query Cadences($filter: CadenceFilter, $first: Int, $after: String) {
    cadences(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...CadenceLine
          next(count: 1) {
            id
            localStart
            timeZone
            startsAt
            endsAt
            state
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

/** What a calendar says of one date. */
export const OCCURRENCE_LINE = graphql(`
  fragment OccurrenceLine on Occurrence {
    id
    originalStart
    localStart
    timeZone
    startsAt
    endsAt
    minutes
    name
    place
    state
    reason
    moved
    version
    viewerCan
    facilitator {
      id
      name
    }
    cadence {
      id
      kind
      name
      scope {
        kind
        id
        name
      }
    }
  }
`);

export const OCCURRENCES = graphql(`
  query Occurrences($from: Date!, $endsBefore: Date!, $filter: CadenceFilter) {
    occurrences(from: $from, endsBefore: $endsBefore, filter: $filter) {
      ...OccurrenceLine
    }
  }
`);

export const CADENCE_TEMPLATES = graphql(`
  query CadenceTemplates {
    cadenceTemplates {
      kind
      name
      purpose
      rule
      minutes
      agenda
      hints {
        role
        words
      }
      roles
      facilitation
      scopeKinds
      source
    }
  }
`);

export const CADENCE_CHANGED = graphql(`
  subscription CadenceChanged($after: String) {
    cadenceChanged(after: $after) {
      cursor
      resync
      event
      id
      version
    }
  }
`);

/** Every place where people meet. */
export const CADENCE_SCOPES = graphql(`
  query CadenceScopes {
    organization {
      id
      name
      products {
        id
        name
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
    chapters {
      id
      name
      scope {
        kind
        id
        name
      }
    }
    communities(first: 100) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`);

/** Who holds which role in a team today: who may take turns there. */
export const PEOPLE_OF_TEAM = graphql(`
  query PeopleOfTeam($id: ID!) {
    team(id: $id) {
      id
      assignments {
        id
        role
        person {
          id
          name
        }
      }
    }
  }
`);

export const PEOPLE_OF_CHAPTER = graphql(`
  query PeopleOfChapter($id: ID!) {
    chapter(id: $id) {
      id
      members {
        role
        person {
          id
          name
        }
      }
    }
  }
`);
