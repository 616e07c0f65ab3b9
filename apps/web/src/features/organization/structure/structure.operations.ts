import { graphql } from '../../../generated/gql';

export const CREATE_PRODUCT = graphql(`
  mutation CreateProduct($name: String!, $idempotencyKey: String) {
    createProduct(name: $name, idempotencyKey: $idempotencyKey) {
      id
      name
    }
  }
`);

export const EDIT_PRODUCT = graphql(`
  mutation EditProduct($id: ID!, $version: Int!, $name: String!, $idempotencyKey: String) {
    editProduct(id: $id, version: $version, name: $name, idempotencyKey: $idempotencyKey) {
      id
      name
      version
    }
  }
`);

export const CREATE_AREA = graphql(`
  mutation CreateArea($productId: ID!, $name: String!, $purpose: String, $idempotencyKey: String) {
    createArea(productId: $productId, name: $name, purpose: $purpose, idempotencyKey: $idempotencyKey) {
      id
      name
    }
  }
`);

export const EDIT_AREA = graphql(`
  mutation EditArea(
    $id: ID!
    $version: Int!
    $name: String
    $purpose: String
    $archivedOn: Date
    $idempotencyKey: String
  ) {
    editArea(
      id: $id
      version: $version
      name: $name
      purpose: $purpose
      archivedOn: $archivedOn
      idempotencyKey: $idempotencyKey
    ) {
      id
      name
      purpose
      archivedOn
      version
    }
  }
`);

export const CREATE_TEAM = graphql(`
  mutation CreateTeam($areaId: ID!, $name: String!, $purpose: String, $idempotencyKey: String) {
    createTeam(areaId: $areaId, name: $name, purpose: $purpose, idempotencyKey: $idempotencyKey) {
      id
      name
    }
  }
`);

export const EDIT_TEAM = graphql(`
  mutation EditTeam(
    $id: ID!
    $version: Int!
    $name: String
    $purpose: String
    $archivedOn: Date
    $idempotencyKey: String
  ) {
    editTeam(
      id: $id
      version: $version
      name: $name
      purpose: $purpose
      archivedOn: $archivedOn
      idempotencyKey: $idempotencyKey
    ) {
      id
      name
      purpose
      archivedOn
      version
    }
  }
`);

export const MOVE_TEAM = graphql(`
  mutation MoveTeam($id: ID!, $version: Int!, $areaId: ID!, $idempotencyKey: String) {
    moveTeam(id: $id, version: $version, areaId: $areaId, idempotencyKey: $idempotencyKey) {
      id
      version
      area {
        id
        name
      }
    }
  }
`);
