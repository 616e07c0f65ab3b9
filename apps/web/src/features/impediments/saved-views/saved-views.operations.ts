import { graphql } from '../../../generated/gql';

export const SAVED_VIEW = graphql(`
  fragment SavedViewFacts on SavedView {
    id
    name
    screen
    search
    shared
    isDefault
    version
    viewerCan
    owner {
      id
      name
    }
  }
`);

export const SAVED_VIEWS = graphql(`
  query SavedViews {
    savedViews {
      ...SavedViewFacts
    }
  }
`);

export const SAVE_VIEW = graphql(`
  mutation SaveView($input: SaveViewInput!, $idempotencyKey: String) {
    saveView(input: $input, idempotencyKey: $idempotencyKey) {
      ...SavedViewFacts
    }
  }
`);

export const EDIT_VIEW = graphql(`
  mutation EditView(
    $id: ID!
    $version: Int!
    $name: String
    $search: String
    $shared: Boolean
    $idempotencyKey: String
  ) {
    editView(
      id: $id
      version: $version
      name: $name
      search: $search
      shared: $shared
      idempotencyKey: $idempotencyKey
    ) {
      ...SavedViewFacts
    }
  }
`);

export const DELETE_VIEW = graphql(`
  mutation DeleteView($id: ID!, $version: Int!) {
    deleteView(id: $id, version: $version) {
      done
    }
  }
`);

export const SET_DEFAULT_VIEW = graphql(`
  mutation SetDefaultView($id: ID) {
    setDefaultView(id: $id) {
      ...SavedViewFacts
    }
  }
`);
