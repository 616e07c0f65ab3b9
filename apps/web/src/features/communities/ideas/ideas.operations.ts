import { graphql } from '../../../generated/gql';

export const IDEA_PARTS = graphql(`
  fragment IdeaParts on Idea {
    ...IdeaLine
    words
    result
    dropReason
    comments {
      ...ReplyParts
    }
    community {
      id
      name
    }
  }
`);

export const IDEA = graphql(`
  query Idea($id: ID!) {
    idea(id: $id) {
      ...IdeaParts
    }
  }
`);

/** One column of the board, as far as it is loaded. */
export const IDEA_COLUMN = graphql(`
  fragment IdeaColumn on IdeaConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        ...IdeaLine
      }
    }
  }
`);

/** The beginning of each column of the board. */
export const IDEAS = graphql(`
  query Ideas($id: ID!, $first: Int) {
    community(id: $id) {
      id
      name
      closedAt
      viewerCan
      IDEA: ideas(states: [IDEA], first: $first) {
        ...IdeaColumn
      }
      DISCUSSED: ideas(states: [DISCUSSED], first: $first) {
        ...IdeaColumn
      }
      ON_TRIAL: ideas(states: [ON_TRIAL], first: $first) {
        ...IdeaColumn
      }
      ADOPTED: ideas(states: [ADOPTED], first: $first) {
        ...IdeaColumn
      }
      DROPPED: ideas(states: [DROPPED], first: $first) {
        ...IdeaColumn
      }
    }
  }
`);

/** What stands further down in a column. */
export const MORE_IDEAS = graphql(`
  query MoreIdeas($id: ID!, $states: [IdeaState!]!, $first: Int, $after: String) {
    community(id: $id) {
      id
      ideas(states: $states, first: $first, after: $after) {
        ...IdeaColumn
      }
    }
  }
`);

export const ADD_IDEA = graphql(`
  mutation AddIdea($communityId: ID!, $title: String!, $words: String!, $idempotencyKey: String) {
    idea: addIdea(communityId: $communityId, title: $title, words: $words, idempotencyKey: $idempotencyKey) {
      ...IdeaParts
    }
  }
`);

export const EDIT_IDEA = graphql(`
  mutation EditIdea($id: ID!, $version: Int!, $title: String, $words: String, $idempotencyKey: String) {
    idea: editIdea(id: $id, version: $version, title: $title, words: $words, idempotencyKey: $idempotencyKey) {
      ...IdeaParts
    }
  }
`);

export const VOTE_FOR_IDEA = graphql(`
  mutation VoteForIdea($id: ID!, $vote: Boolean!, $idempotencyKey: String) {
    idea: voteForIdea(id: $id, vote: $vote, idempotencyKey: $idempotencyKey) {
      id
      votes
      viewerVoted
    }
  }
`);

export const COMMENT_ON_IDEA = graphql(`
  mutation CommentOnIdea($id: ID!, $body: String!, $idempotencyKey: String) {
    idea: commentOnIdea(id: $id, body: $body, idempotencyKey: $idempotencyKey) {
      ...IdeaParts
    }
  }
`);

export const EDIT_IDEA_COMMENT = graphql(`
  mutation EditIdeaComment($id: ID!, $version: Int!, $body: String!, $idempotencyKey: String) {
    idea: editIdeaComment(id: $id, version: $version, body: $body, idempotencyKey: $idempotencyKey) {
      ...IdeaParts
    }
  }
`);

export const REMOVE_IDEA_COMMENT = graphql(`
  mutation RemoveIdeaComment($id: ID!, $idempotencyKey: String) {
    idea: removeIdeaComment(id: $id, idempotencyKey: $idempotencyKey) {
      ...IdeaParts
    }
  }
`);

export const TRY_IDEA = graphql(`
  mutation TryIdea($id: ID!, $version: Int!, $teamId: ID!, $until: Date!, $idempotencyKey: String) {
    idea: tryIdea(id: $id, version: $version, teamId: $teamId, until: $until, idempotencyKey: $idempotencyKey) {
      ...IdeaParts
    }
  }
`);

export const END_TRIAL = graphql(`
  mutation EndTrial($id: ID!, $version: Int!, $result: String!, $idempotencyKey: String) {
    idea: endTrial(id: $id, version: $version, result: $result, idempotencyKey: $idempotencyKey) {
      ...IdeaParts
    }
  }
`);

export const ADOPT_IDEA = graphql(`
  mutation AdoptIdea($id: ID!, $version: Int!, $artifactKey: String, $decisionKey: String, $idempotencyKey: String) {
    idea: adoptIdea(
      id: $id
      version: $version
      artifactKey: $artifactKey
      decisionKey: $decisionKey
      idempotencyKey: $idempotencyKey
    ) {
      ...IdeaParts
    }
  }
`);

export const DROP_IDEA = graphql(`
  mutation DropIdea($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    idea: dropIdea(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...IdeaParts
    }
  }
`);

export const REOPEN_IDEA = graphql(`
  mutation ReopenIdea($id: ID!, $version: Int!, $idempotencyKey: String) {
    idea: reopenIdea(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...IdeaParts
    }
  }
`);

/** What an idea may become: of its community, and decisions by their words. */
export const BECOMES = graphql(`
  query Becomes($communityId: ID!, $text: String) {
    artifacts(first: 50, filter: { communityId: $communityId, states: [DRAFT, IN_REVIEW, PUBLISHED] }) {
      edges {
        cursor
        node {
          id
          key
          title
          kind
        }
      }
    }
    decisions(first: 20, filter: { text: $text }) {
      edges {
        cursor
        node {
          decision {
            id
            key
            title
          }
        }
      }
    }
  }
`);
