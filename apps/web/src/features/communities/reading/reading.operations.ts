import { graphql } from '../../../generated/gql';

/** One page of a version as it was published: it never changes. */
export const VERSION_PAGE = graphql(`
  query VersionPage($id: ID!, $path: String!) {
    node(id: $id) {
      id
      ... on ArtifactVersion {
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
        page(path: $path) {
          id
          path
          title
          body
          previous {
            ...PageLineParts
          }
          following {
            ...PageLineParts
          }
        }
      }
    }
  }
`);

export const VERSION_FIND = graphql(`
  query VersionFind($id: ID!, $text: String!) {
    node(id: $id) {
      id
      ... on ArtifactVersion {
        find(text: $text, first: 20) {
          excerpt
          page {
            ...PageLineParts
          }
        }
      }
    }
  }
`);
