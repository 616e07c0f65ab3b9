import { graphql } from '../../generated/gql';

export const SIMILAR_IMPEDIMENTS = graphql(`
  query SimilarImpediments($title: String!) {
    similarImpediments(title: $title) {
      id
      key
      title
      state
      resolution
      resolvedAt
      owner {
        id
        name
      }
    }
  }
`);

export const IMPEDIMENTS_TO_CHOOSE = graphql(`
  query ImpedimentsToChoose($search: String) {
    impediments(first: 20, filter: { search: $search }) {
      edges {
        node {
          id
          key
          title
          state
        }
      }
    }
  }
`);
