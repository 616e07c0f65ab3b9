import { graphql } from '../../../generated/gql';

export const DRAFT_PARTS = graphql(`
  fragment DraftParts on ArtifactDraft {
    id
    artifact {
      id
      key
    }
    state
    revision
    whatChanged
    updatedAt
    updatedBy {
      id
      name
    }
    pages {
      ...PageLineParts
    }
    changedPages {
      kind
      path
      title
      wasPath
    }
  }
`);

/** A page on its way: its text, and which one of its versions it is. */
export const DRAFT_PAGE_PARTS = graphql(`
  fragment DraftPageParts on Page {
    id
    path
    title
    body
    version
    viewerCan
    brokenLinks {
      pagePath
      line
      target
      why
    }
  }
`);

export const DRAFT = graphql(`
  query Draft($key: String!) {
    artifact(key: $key) {
      id
      draft {
        ...DraftParts
      }
    }
  }
`);

export const DRAFT_PAGE = graphql(`
  query DraftPage($key: String!, $path: String!) {
    artifact(key: $key) {
      id
      draft {
        id
        revision
        page(path: $path) {
          ...DraftPageParts
        }
      }
    }
  }
`);

export const WRITE_PAGE = graphql(`
  mutation WritePage($artifactId: ID!, $page: PageWrite!, $idempotencyKey: String) {
    writePage(artifactId: $artifactId, page: $page, idempotencyKey: $idempotencyKey) {
      ...DraftPageParts
    }
  }
`);

export const ADD_PAGE = graphql(`
  mutation AddPage(
    $artifactId: ID!
    $parentPath: String
    $title: String!
    $afterPath: String
    $idempotencyKey: String
  ) {
    addPage(
      artifactId: $artifactId
      parentPath: $parentPath
      title: $title
      afterPath: $afterPath
      idempotencyKey: $idempotencyKey
    ) {
      ...DraftParts
    }
  }
`);

export const MOVE_PAGE = graphql(`
  mutation MovePage(
    $artifactId: ID!
    $path: String!
    $toParentPath: String
    $afterPath: String
    $idempotencyKey: String
  ) {
    movePage(
      artifactId: $artifactId
      path: $path
      toParentPath: $toParentPath
      afterPath: $afterPath
      idempotencyKey: $idempotencyKey
    ) {
      ...DraftParts
    }
  }
`);

export const RENAME_PAGE = graphql(`
  mutation RenamePage($artifactId: ID!, $path: String!, $title: String!, $idempotencyKey: String) {
    renamePage(artifactId: $artifactId, path: $path, title: $title, idempotencyKey: $idempotencyKey) {
      ...DraftParts
    }
  }
`);

export const REMOVE_PAGE = graphql(`
  mutation RemovePage($artifactId: ID!, $path: String!, $idempotencyKey: String) {
    removePage(artifactId: $artifactId, path: $path, idempotencyKey: $idempotencyKey) {
      ...DraftParts
    }
  }
`);

export const DISCARD_DRAFT = graphql(`
  mutation DiscardDraft($artifactId: ID!, $revision: Int!, $idempotencyKey: String) {
    discardDraft(artifactId: $artifactId, revision: $revision, idempotencyKey: $idempotencyKey) {
      ...ArtifactHead
    }
  }
`);
