import { graphql } from '../../generated/gql';

export const IMPEDIMENT_SOURCES = graphql(`
  query ImpedimentSources($search: String) {
    sources(search: $search) {
      id
      name
      kind
    }
  }
`);
