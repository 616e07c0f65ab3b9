import { graphql } from '../../../generated/gql';

export const REVIEW_COMMENT_PARTS = graphql(`
  fragment ReviewCommentParts on ReviewComment {
    id
    pagePath
    line
    quote
    current
    body
    at
    editedAt
    resolved
    version
    viewerCan
    by {
      id
      name
    }
    replies {
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
  }
`);

/** Who asked, for which revision of the draft, and who said what. */
export const REVIEW_ROUND = graphql(`
  fragment ReviewRound on Review {
    id
    revision
    askedAt
    endedAt
    endedAs
    askedBy {
      id
      name
    }
    reviewers {
      id
      name
    }
    verdicts {
      verdict
      words
      at
      counts
      person {
        id
        name
      }
    }
  }
`);

export const REVIEW_PARTS = graphql(`
  fragment ReviewParts on Review {
    ...ReviewRound
    stale
    approvalsMissing
    viewerCan
    askedAgain {
      id
      name
    }
    comments {
      ...ReviewCommentParts
    }
  }
`);

export const DRAFT_REVIEW = graphql(`
  query DraftReview($key: String!) {
    artifact(key: $key) {
      id
      draft {
        ...DraftParts
        review {
          ...ReviewParts
        }
        earlierReviews {
          ...ReviewRound
        }
      }
    }
  }
`);

/** What was said of lines while no review is open: an open one brings it along. */
export const DRAFT_COMMENTS = graphql(`
  query DraftComments($key: String!) {
    artifact(key: $key) {
      id
      draft {
        reviewComments {
          ...ReviewCommentParts
        }
      }
    }
  }
`);

/** Of all pages, which takes the server a while: asked once, not at every change. */
export const DRAFT_BROKEN_LINKS = graphql(`
  query DraftBrokenLinks($key: String!) {
    artifact(key: $key) {
      id
      draft {
        artifact {
          id
        }
        brokenLinks {
          pagePath
          line
          target
          why
        }
      }
    }
  }
`);

export const ASK_FOR_REVIEW = graphql(`
  mutation AskForReview(
    $artifactId: ID!
    $revision: Int!
    $reviewerIds: [ID!]!
    $whatChanged: String!
    $idempotencyKey: String
  ) {
    askForReview(
      artifactId: $artifactId
      revision: $revision
      reviewerIds: $reviewerIds
      whatChanged: $whatChanged
      idempotencyKey: $idempotencyKey
    ) {
      ...ReviewParts
    }
  }
`);

export const WITHDRAW_REVIEW = graphql(`
  mutation WithdrawReview($id: ID!, $idempotencyKey: String) {
    withdrawReview(id: $id, idempotencyKey: $idempotencyKey) {
      ...DraftParts
    }
  }
`);

export const GIVE_VERDICT = graphql(`
  mutation GiveVerdict($reviewId: ID!, $verdict: ReviewVerdict!, $words: String, $idempotencyKey: String) {
    giveVerdict(reviewId: $reviewId, verdict: $verdict, words: $words, idempotencyKey: $idempotencyKey) {
      ...ReviewParts
    }
  }
`);

export const COMMENT_ON_LINE = graphql(`
  mutation CommentOnLine(
    $reviewId: ID!
    $pagePath: String!
    $line: Int!
    $quote: String
    $body: String!
    $idempotencyKey: String
  ) {
    commentOnLine(
      reviewId: $reviewId
      pagePath: $pagePath
      line: $line
      quote: $quote
      body: $body
      idempotencyKey: $idempotencyKey
    ) {
      ...ReviewParts
    }
  }
`);

export const REPLY_TO_REVIEW_COMMENT = graphql(`
  mutation ReplyToReviewComment($id: ID!, $body: String!, $idempotencyKey: String) {
    replyToReviewComment(id: $id, body: $body, idempotencyKey: $idempotencyKey) {
      ...ReviewParts
    }
  }
`);

export const EDIT_REVIEW_COMMENT = graphql(`
  mutation EditReviewComment($id: ID!, $version: Int!, $body: String!, $idempotencyKey: String) {
    editReviewComment(id: $id, version: $version, body: $body, idempotencyKey: $idempotencyKey) {
      ...ReviewParts
    }
  }
`);

export const REMOVE_REVIEW_COMMENT = graphql(`
  mutation RemoveReviewComment($id: ID!, $version: Int!, $idempotencyKey: String) {
    removeReviewComment(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ReviewParts
    }
  }
`);

export const RESOLVE_REVIEW_COMMENT = graphql(`
  mutation ResolveReviewComment($id: ID!, $resolved: Boolean!, $idempotencyKey: String) {
    resolveReviewComment(id: $id, resolved: $resolved, idempotencyKey: $idempotencyKey) {
      ...ReviewParts
    }
  }
`);

export const PUBLISH_VERSION = graphql(`
  mutation PublishVersion(
    $artifactId: ID!
    $revision: Int!
    $whatChanged: String!
    $reviewDueOn: Date
    $idempotencyKey: String
  ) {
    publishVersion(
      artifactId: $artifactId
      revision: $revision
      whatChanged: $whatChanged
      reviewDueOn: $reviewDueOn
      idempotencyKey: $idempotencyKey
    ) {
      id
      number
      artifact {
        ...ArtifactHead
      }
    }
  }
`);
