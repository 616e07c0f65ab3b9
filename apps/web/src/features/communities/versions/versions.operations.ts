import { graphql } from '../../../generated/gql';

export const VERSIONS = graphql(`
  query ArtifactVersions($key: String!) {
    artifact(key: $key) {
      id
      versions {
        id
        number
        title
        whatChanged
        publishedAt
        contentHash
        archiveUrl
        publishedBy {
          id
          name
        }
        approvedBy {
          id
          name
        }
      }
    }
  }
`);

export const PAGE_DIFF_PARTS = graphql(`
  fragment PageDiffParts on PageDiff {
    path
    title
    kind
    hunks {
      oldStart
      newStart
      lines {
        kind
        oldNumber
        newNumber
        runs {
          text
          changed
        }
      }
    }
  }
`);

/** Between two versions; without the second the draft, without the first what the draft is based on. */
export const ARTIFACT_DIFF = graphql(`
  query ArtifactDiff($artifactId: ID!, $fromNumber: Int, $toNumber: Int) {
    artifactDiff(artifactId: $artifactId, fromNumber: $fromNumber, toNumber: $toNumber) {
      ...PageDiffParts
    }
  }
`);
