import { graphql } from '../../../generated/gql';

/** A tree's text says all of it: the web reads it by the same rules as the server. */
export const DRAFT_TREE = graphql(`
  query DraftTree($key: String!) {
    artifact(key: $key) {
      id
      draft {
        id
        revision
        tree {
          mermaid
        }
      }
    }
  }
`);

export const WRITE_TREE = graphql(`
  mutation WriteTree($artifactId: ID!, $revision: Int!, $mermaid: String!, $idempotencyKey: String) {
    writeTree(artifactId: $artifactId, revision: $revision, mermaid: $mermaid, idempotencyKey: $idempotencyKey) {
      artifact {
        id
      }
      revision
      tree {
        mermaid
      }
    }
  }
`);

/** As it was published: it never changes. */
export const VERSION_TREE = graphql(`
  query VersionTree($id: ID!) {
    node(id: $id) {
      id
      ... on ArtifactVersion {
        number
        publishedAt
        tree {
          mermaid
        }
      }
    }
  }
`);

export const WALK_PARTS = graphql(`
  fragment WalkParts on Walk {
    id
    at
    path {
      answer {
        from
        to
      }
    }
    version {
      id
    }
  }
`);

/** Where the viewer was last, on whichever device. */
export const VIEWER_WALK = graphql(`
  query ViewerWalk($id: ID!) {
    node(id: $id) {
      id
      ... on Artifact {
        viewerWalk {
          ...WalkParts
        }
      }
    }
  }
`);

export const START_WALK = graphql(`
  mutation StartWalk($artifactId: ID!, $idempotencyKey: String) {
    startWalk(artifactId: $artifactId, idempotencyKey: $idempotencyKey) {
      ...WalkParts
    }
  }
`);

export const TAKE_ANSWER = graphql(`
  mutation TakeAnswer($walkId: ID!, $from: ID!, $to: ID!, $idempotencyKey: String) {
    takeAnswer(walkId: $walkId, from: $from, to: $to, idempotencyKey: $idempotencyKey) {
      ...WalkParts
    }
  }
`);

export const STEP_BACK = graphql(`
  mutation StepBack($walkId: ID!, $idempotencyKey: String) {
    stepBack(walkId: $walkId, idempotencyKey: $idempotencyKey) {
      ...WalkParts
    }
  }
`);

export const WALK_COUNTS = graphql(`
  query WalkCounts($artifactId: ID!, $number: Int, $from: Date, $endsBefore: Date) {
    walkCounts(artifactId: $artifactId, number: $number, from: $from, endsBefore: $endsBefore) {
      from
      endsBefore
      walks
      finished
      nodes {
        reached
        stopped
        node {
          id
          kind
          text
        }
      }
      answers {
        taken
        answer {
          from
          to
          text
        }
      }
    }
  }
`);
