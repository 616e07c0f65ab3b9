import { graphql } from '../../../generated/gql';

export const IMPEDIMENT_COMMENT = graphql(`
  fragment ImpedimentCommentFields on ImpedimentComment {
    id
    body
    at
    editedAt
    version
    viewerCan
    author {
      id
      name
    }
    mentions {
      id
    }
  }
`);

/** `after`: the last comment that is shown, so that the reply goes on from there. */
export const COMMENT_ON_IMPEDIMENT = graphql(`
  mutation CommentOnImpediment($id: ID!, $body: String!, $after: String, $idempotencyKey: String) {
    impediment: commentOnImpediment(id: $id, body: $body, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
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

/** The id and the version are the comment's. */
export const EDIT_COMMENT = graphql(`
  mutation EditImpedimentComment($id: ID!, $version: Int!, $body: String!, $idempotencyKey: String) {
    comment: editImpedimentComment(id: $id, version: $version, body: $body, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCommentFields
    }
  }
`);

/** The id and the version are the comment's. */
export const REMOVE_COMMENT = graphql(`
  mutation RemoveImpedimentComment($id: ID!, $version: Int!, $idempotencyKey: String) {
    impediment: removeImpedimentComment(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
    }
  }
`);
