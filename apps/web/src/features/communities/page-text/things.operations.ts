import { graphql } from '../../../generated/gql';

// What a thing is called now: words that name it by its key or id stay right when its title changes.

export const IMPEDIMENT_TITLE = graphql(`
  query ImpedimentTitle($key: String!) {
    impediment(key: $key) {
      id
      key
      title
    }
  }
`);

export const DECISION_TITLE = graphql(`
  query DecisionTitle($key: String!) {
    decision(key: $key) {
      id
      key
      title
    }
  }
`);

export const ITEM_TITLE = graphql(`
  query ItemTitle($key: String!) {
    backlogItem(key: $key) {
      id
      key
      title
    }
  }
`);

export const ARTIFACT_TITLE = graphql(`
  query ArtifactTitle($key: String!) {
    artifact(key: $key) {
      id
      key
      title
    }
  }
`);

export const NAME_OF_NODE = graphql(`
  query NameOfNode($id: ID!) {
    node(id: $id) {
      id
      ... on Person {
        name
      }
      ... on Team {
        name
      }
    }
  }
`);
