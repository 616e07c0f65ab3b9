import { graphql } from '../../../generated/gql';

/** What hangs on it: people who watch, other impediments, pages of the web. */
export const IMPEDIMENT_LINKED = graphql(`
  fragment ImpedimentLinked on Impediment {
    id
    watchers {
      id
      name
    }
    links {
      id
      kind
      title
      url
      impediment {
        id
        key
        title
        state
      }
    }
    duplicates {
      id
      key
      title
      state
    }
  }
`);

export const IMPEDIMENT_DETAIL = graphql(`
  query ImpedimentDetail($key: String!) {
    impediment(key: $key) {
      ...ImpedimentFacts
      ...ImpedimentLinked
      briefs {
        ...BriefLine
      }
      comments(first: 50) {
        edges {
          cursor
          node {
            ...ImpedimentCommentFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      activity(first: 30) {
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
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

export const MORE_COMMENTS = graphql(`
  query MoreImpedimentComments($key: String!, $after: String!) {
    impediment(key: $key) {
      id
      comments(first: 50, after: $after) {
        edges {
          cursor
          node {
            ...ImpedimentCommentFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

export const MORE_ACTIVITY = graphql(`
  query MoreImpedimentActivity($key: String!, $after: String!) {
    impediment(key: $key) {
      id
      activity(first: 50, after: $after) {
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
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

export const EDIT_IMPEDIMENT = graphql(`
  mutation EditImpediment($id: ID!, $version: Int!, $input: EditImpedimentInput!, $idempotencyKey: String) {
    impediment: editImpediment(id: $id, version: $version, input: $input, idempotencyKey: $idempotencyKey) {
      ...ImpedimentFacts
    }
  }
`);

export const ADD_AFFECTED_TEAM = graphql(`
  mutation AddAffectedTeam($id: ID!, $teamId: ID!, $idempotencyKey: String) {
    impediment: addAffectedTeam(id: $id, teamId: $teamId, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
    }
  }
`);

export const REMOVE_AFFECTED_TEAM = graphql(`
  mutation RemoveAffectedTeam($id: ID!, $teamId: ID!, $idempotencyKey: String) {
    impediment: removeAffectedTeam(id: $id, teamId: $teamId, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
    }
  }
`);

export const WATCH_IMPEDIMENT = graphql(`
  mutation WatchImpediment($id: ID!, $watch: Boolean!, $idempotencyKey: String) {
    impediment: watchImpediment(id: $id, watch: $watch, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
    }
  }
`);

export const VOTE_FOR_IMPEDIMENT = graphql(`
  mutation VoteForImpediment($id: ID!, $vote: Boolean!, $idempotencyKey: String) {
    impediment: voteForImpediment(id: $id, vote: $vote, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
    }
  }
`);

export const LABEL_IMPEDIMENT = graphql(`
  mutation LabelImpediment($id: ID!, $add: [String!], $remove: [String!], $idempotencyKey: String) {
    impediment: labelImpediment(id: $id, add: $add, remove: $remove, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
      viewerUndo {
        ...UndoOffer
      }
    }
  }
`);

export const LINK_IMPEDIMENT = graphql(`
  mutation LinkImpediment($id: ID!, $toKey: String, $url: String, $title: String, $idempotencyKey: String) {
    impediment: linkImpediment(id: $id, toKey: $toKey, url: $url, title: $title, idempotencyKey: $idempotencyKey) {
      ...ImpedimentLinked
    }
  }
`);

export const UNLINK_IMPEDIMENT = graphql(`
  mutation UnlinkImpediment($id: ID!, $linkId: ID!, $idempotencyKey: String) {
    impediment: unlinkImpediment(id: $id, linkId: $linkId, idempotencyKey: $idempotencyKey) {
      ...ImpedimentLinked
    }
  }
`);

/** Others that wait for the same: one phone call may remove them all. */
export const OPEN_OF_SOURCE = graphql(`
  query OpenOfSource($sourceId: ID!, $states: [ImpedimentState!]!) {
    impediments(first: 6, filter: { sourceId: $sourceId, states: $states }) {
      totalCount
      edges {
        cursor
        node {
          id
          key
          title
          state
        }
      }
    }
  }
`);
