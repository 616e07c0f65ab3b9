import { graphql } from '../../../generated/gql';

/** Which team follows which version, since when, and how it goes. */
export const ADOPTION_PARTS = graphql(`
  fragment AdoptionParts on Adoption {
    id
    since
    until
    feel
    note
    behindBy
    nudgedAt
    rowVersion
    viewerCan
    team {
      id
      name
    }
    version {
      id
      number
    }
    by {
      id
      name
    }
  }
`);

export const ADOPTION = graphql(`
  query Adoption($key: String!) {
    artifact(key: $key) {
      id
      adoption {
        teams
        current
        behind
        byVersion {
          teams
          version {
            id
            number
            publishedAt
          }
        }
        adoptions {
          ...AdoptionParts
        }
        behindTeams {
          id
        }
        overTime {
          month
          teams
          current
        }
      }
    }
  }
`);

export const ADOPT = graphql(`
  mutation Adopt(
    $artifactId: ID!
    $teamId: ID!
    $number: Int!
    $since: Date
    $feel: AdoptionFeel
    $note: String
    $idempotencyKey: String
  ) {
    adoption: adopt(
      artifactId: $artifactId
      teamId: $teamId
      number: $number
      since: $since
      feel: $feel
      note: $note
      idempotencyKey: $idempotencyKey
    ) {
      ...AdoptionParts
    }
  }
`);

export const EDIT_ADOPTION = graphql(`
  mutation EditAdoption(
    $id: ID!
    $rowVersion: Int!
    $number: Int
    $feel: AdoptionFeel
    $note: String
    $idempotencyKey: String
  ) {
    adoption: editAdoption(
      id: $id
      rowVersion: $rowVersion
      number: $number
      feel: $feel
      note: $note
      idempotencyKey: $idempotencyKey
    ) {
      ...AdoptionParts
    }
  }
`);

export const END_ADOPTION = graphql(`
  mutation EndAdoption($id: ID!, $rowVersion: Int!, $why: String!, $idempotencyKey: String) {
    adoption: endAdoption(id: $id, rowVersion: $rowVersion, why: $why, idempotencyKey: $idempotencyKey) {
      ...AdoptionParts
    }
  }
`);

export const NUDGE_TEAMS = graphql(`
  mutation NudgeTeams($artifactId: ID!, $teamIds: [ID!]!, $idempotencyKey: String) {
    artifact: nudgeTeams(artifactId: $artifactId, teamIds: $teamIds, idempotencyKey: $idempotencyKey) {
      id
    }
  }
`);

/** Teams by their areas, to choose from. */
export const COMMUNITY_TEAMS = graphql(`
  query CommunityTeams {
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

/** What a team follows and tries, for its page. */
export const TEAM_PRACTICE = graphql(`
  query TeamPractice($id: ID!) {
    team(id: $id) {
      id
      adoptions {
        ...AdoptionParts
        artifact {
          id
          key
          title
          kind
        }
      }
      trials {
        ...IdeaLine
        community {
          id
          name
        }
      }
    }
  }
`);
