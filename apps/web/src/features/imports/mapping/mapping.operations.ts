import { graphql } from '../../../generated/gql';

export const PEOPLE_TO_MATCH = graphql(`
  query PeopleToMatch($search: String) {
    people(search: $search, first: 20) {
      edges {
        node {
          id
          name
          email
          deactivatedAt
        }
      }
    }
  }
`);

export const MATCHED_PERSON = graphql(`
  query MatchedPerson($id: ID!) {
    node(id: $id) {
      id
      ... on Person {
        name
      }
    }
  }
`);

export const SAVED_MAPPINGS = graphql(`
  query SavedMappings($kind: ImportKind!) {
    importMappings(kind: $kind) {
      id
      name
      kind
      mapping
      updatedAt
      version
      viewerCan
    }
  }
`);

export const SAVE_MAPPING = graphql(`
  mutation SaveMapping($kind: ImportKind!, $name: String!, $mapping: JSON!) {
    saveImportMapping(kind: $kind, name: $name, mapping: $mapping) {
      id
      name
      mapping
      updatedAt
      version
    }
  }
`);

export const REMOVE_MAPPING = graphql(`
  mutation RemoveMapping($id: ID!) {
    removeImportMapping(id: $id) {
      done
    }
  }
`);
