import { graphql } from '../../../generated/gql';

export const PAGE_LINE_PARTS = graphql(`
  fragment PageLineParts on PageLine {
    id
    path
    title
    depth
    position
    parentPath
  }
`);

/** What every screen of an artifact shows around its own part. */
export const ARTIFACT_HEAD = graphql(`
  fragment ArtifactHead on Artifact {
    id
    key
    kind
    title
    summary
    state
    templateFor
    approvalsNeeded
    reviewDueOn
    reviewOverdue
    watchedByViewer
    importedFrom
    archivedAt
    archiveReason
    version
    viewerCan
    community {
      id
      name
      viewerIsMember
      viewerCan
    }
    current {
      id
      number
      title
      publishedAt
      archiveUrl
      siteUrl
      printUrl
      pdfUrl
      pages {
        ...PageLineParts
      }
    }
    versions {
      id
      number
      title
      publishedAt
    }
    draft {
      id
      state
      revision
      updatedAt
      updatedBy {
        id
        name
      }
      review {
        id
        endedAt
        approvalsMissing
        stale
        reviewers {
          id
          name
        }
        askedAgain {
          id
          name
        }
      }
    }
    openProposals: proposals(states: [OPEN], first: 1) {
      totalCount
    }
  }
`);

export const ARTIFACT = graphql(`
  query Artifact($key: String!) {
    artifact(key: $key) {
      ...ArtifactHead
    }
  }
`);

/** Everything that happens to one artifact: its draft, review, proposals, versions. */
export const ARTIFACT_CHANGED = graphql(`
  subscription ArtifactChanged($artifactId: ID!, $after: String) {
    communityChanged(artifactId: $artifactId, after: $after) {
      cursor
      resync
      event
      id
      version
    }
  }
`);

export const WATCH_ARTIFACT = graphql(`
  mutation WatchArtifact($id: ID!, $watch: Boolean!, $idempotencyKey: String) {
    watchArtifact(id: $id, watch: $watch, idempotencyKey: $idempotencyKey) {
      id
      watchedByViewer
    }
  }
`);

export const EDIT_ARTIFACT = graphql(`
  mutation EditArtifact($id: ID!, $version: Int!, $changes: ArtifactChanges!, $idempotencyKey: String) {
    editArtifact(id: $id, version: $version, changes: $changes, idempotencyKey: $idempotencyKey) {
      ...ArtifactHead
    }
  }
`);

export const ARCHIVE_ARTIFACT = graphql(`
  mutation ArchiveArtifact($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    archiveArtifact(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...ArtifactHead
    }
  }
`);

export const UNARCHIVE_ARTIFACT = graphql(`
  mutation UnarchiveArtifact($id: ID!, $version: Int!, $idempotencyKey: String) {
    unarchiveArtifact(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ArtifactHead
    }
  }
`);

export const BEGIN_DRAFT = graphql(`
  mutation BeginDraft($artifactId: ID!, $idempotencyKey: String) {
    beginDraft(artifactId: $artifactId, idempotencyKey: $idempotencyKey) {
      artifact {
        ...ArtifactHead
      }
    }
  }
`);
