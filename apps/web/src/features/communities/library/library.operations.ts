import { graphql } from '../../../generated/gql';

export const ARTIFACTS = graphql(`
  query Artifacts($filter: ArtifactFilter, $first: Int, $after: String) {
    artifacts(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...ArtifactLine
          community {
            id
            name
          }
        }
      }
    }
  }
`);

/** Where something may be written: communities that one is in. */
export const WRITING_COMMUNITIES = graphql(`
  query WritingCommunities {
    communities(mine: true, first: 50) {
      edges {
        cursor
        node {
          id
          name
          viewerCan
        }
      }
    }
  }
`);

/** By which the list is narrowed. */
export const LIBRARY_COMMUNITIES = graphql(`
  query LibraryCommunities {
    communities(first: 100) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`);

/** What one may begin from: a copy of what is published. */
export const COPIES = graphql(`
  query Copies($kinds: [ArtifactKind!], $text: String) {
    artifacts(first: 20, filter: { kinds: $kinds, states: [PUBLISHED], text: $text }) {
      edges {
        cursor
        node {
          id
          key
          title
          community {
            id
            name
          }
        }
      }
    }
  }
`);

export const CREATE_ARTIFACT = graphql(`
  mutation CreateArtifact($input: ArtifactInput!, $idempotencyKey: String) {
    artifact: createArtifact(input: $input, idempotencyKey: $idempotencyKey) {
      id
      key
    }
  }
`);
