import { graphql } from '../../../generated/gql';

export const IMPEDIMENT_DETAIL = graphql(`
  query ImpedimentDetail($key: String!) {
    impediment(key: $key) {
      ...ImpedimentFacts
      comments(first: 50) {
        edges {
          cursor
          node {
            id
            body
            at
            version
            author {
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
            id
            body
            at
            version
            author {
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

export const COMMENT_ON_IMPEDIMENT = graphql(`
  mutation CommentOnImpediment($id: ID!, $body: String!, $idempotencyKey: String) {
    impediment: commentOnImpediment(id: $id, body: $body, idempotencyKey: $idempotencyKey) {
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
