import { graphql } from '../../../generated/gql';

/** What somebody said in a discussion, or about an idea. */
export const REPLY_PARTS = graphql(`
  fragment ReplyParts on DiscussionReply {
    id
    body
    at
    editedAt
    version
    viewerCan
    by {
      id
      name
    }
  }
`);

export const DISCUSSION_PARTS = graphql(`
  fragment DiscussionParts on Discussion {
    ...DiscussionLine
    body
    editedAt
    viewerCan
    replies {
      ...ReplyParts
    }
    community {
      id
      name
      viewerIsMember
      viewerCan
    }
  }
`);

export const DISCUSSION = graphql(`
  query Discussion($id: ID!) {
    discussion(id: $id) {
      ...DiscussionParts
    }
  }
`);

export const DISCUSSIONS = graphql(`
  query Discussions($id: ID!, $first: Int, $after: String) {
    community(id: $id) {
      id
      name
      closedAt
      viewerCan
      topicsOfDiscussion(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...DiscussionLine
          }
        }
      }
    }
  }
`);

export const START_DISCUSSION = graphql(`
  mutation StartDiscussion($communityId: ID!, $title: String!, $body: String!, $idempotencyKey: String) {
    discussion: startDiscussion(
      communityId: $communityId
      title: $title
      body: $body
      idempotencyKey: $idempotencyKey
    ) {
      ...DiscussionParts
    }
  }
`);

export const REPLY_TO_DISCUSSION = graphql(`
  mutation ReplyToDiscussion($id: ID!, $body: String!, $idempotencyKey: String) {
    discussion: replyToDiscussion(id: $id, body: $body, idempotencyKey: $idempotencyKey) {
      ...DiscussionParts
    }
  }
`);

export const EDIT_DISCUSSION = graphql(`
  mutation EditDiscussion($id: ID!, $version: Int!, $title: String, $body: String, $idempotencyKey: String) {
    discussion: editDiscussion(
      id: $id
      version: $version
      title: $title
      body: $body
      idempotencyKey: $idempotencyKey
    ) {
      ...DiscussionParts
    }
  }
`);

export const EDIT_DISCUSSION_REPLY = graphql(`
  mutation EditDiscussionReply($id: ID!, $version: Int!, $body: String!, $idempotencyKey: String) {
    discussion: editDiscussionReply(id: $id, version: $version, body: $body, idempotencyKey: $idempotencyKey) {
      ...DiscussionParts
    }
  }
`);

export const REMOVE_DISCUSSION_REPLY = graphql(`
  mutation RemoveDiscussionReply($id: ID!, $idempotencyKey: String) {
    discussion: removeDiscussionReply(id: $id, idempotencyKey: $idempotencyKey) {
      ...DiscussionParts
    }
  }
`);

export const CLOSE_DISCUSSION = graphql(`
  mutation CloseDiscussion($id: ID!, $closed: Boolean!, $idempotencyKey: String) {
    discussion: closeDiscussion(id: $id, closed: $closed, idempotencyKey: $idempotencyKey) {
      ...DiscussionParts
    }
  }
`);
