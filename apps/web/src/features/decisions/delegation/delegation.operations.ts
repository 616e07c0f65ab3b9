import { graphql } from '../../../generated/gql';

export const DELEGATION_CELL = graphql(`
  fragment DelegationCellFacts on DelegationCell {
    decisionArea {
      id
      name
    }
    level
    delegate {
      kind
      role
      person {
        id
        name
      }
      name
    }
    vetoHours
    answerHours
    sentence
    inheritedFrom {
      kind
      id
      name
    }
  }
`);

export const DELEGATION_BOARD_FACTS = graphql(`
  fragment DelegationBoardFacts on DelegationBoard {
    scope {
      kind
      id
      name
    }
    number
    savedBy {
      id
      name
    }
    savedAt
    cells {
      ...DelegationCellFacts
    }
    decisionAreas {
      id
      name
      description
      archived
      version
    }
    viewerCan
  }
`);

export const DELEGATION_BOARD = graphql(`
  query DelegationBoard($scopeKind: ScopeKind!, $scopeId: ID!) {
    delegationBoard(scopeKind: $scopeKind, scopeId: $scopeId) {
      ...DelegationBoardFacts
    }
  }
`);

export const DELEGATION_VERSIONS = graphql(`
  query DelegationVersions($scopeKind: ScopeKind!, $scopeId: ID!) {
    delegationBoard(scopeKind: $scopeKind, scopeId: $scopeId) {
      number
      versions {
        number
        savedBy {
          id
          name
        }
        savedAt
        note
        cells {
          ...DelegationCellFacts
        }
      }
    }
  }
`);

export const DELEGATION_TEMPLATES = graphql(`
  query DelegationTemplates {
    delegationTemplates {
      id
      name
      description
      cells {
        decisionArea
        description
        level
        delegateKind
        role
        vetoHours
        answerHours
      }
    }
  }
`);

export const SAVE_DELEGATION_BOARD = graphql(`
  mutation SaveDelegationBoard(
    $scopeKind: ScopeKind!
    $scopeId: ID!
    $number: Int!
    $cells: [DelegationCellInput!]!
    $note: String
    $idempotencyKey: String
  ) {
    saveDelegationBoard(
      scopeKind: $scopeKind
      scopeId: $scopeId
      number: $number
      cells: $cells
      note: $note
      idempotencyKey: $idempotencyKey
    ) {
      ...DelegationBoardFacts
    }
  }
`);

export const USE_DELEGATION_TEMPLATE = graphql(`
  mutation UseDelegationTemplate($templateId: ID!, $scopeKind: ScopeKind!, $scopeId: ID!, $idempotencyKey: String) {
    useDelegationTemplate(
      templateId: $templateId
      scopeKind: $scopeKind
      scopeId: $scopeId
      idempotencyKey: $idempotencyKey
    ) {
      ...DelegationBoardFacts
    }
  }
`);

export const CREATE_DECISION_AREA = graphql(`
  mutation CreateDecisionArea($name: String!, $description: String, $idempotencyKey: String) {
    createDecisionArea(name: $name, description: $description, idempotencyKey: $idempotencyKey) {
      id
      name
      description
      archived
      version
    }
  }
`);

export const EDIT_DECISION_AREA = graphql(`
  mutation EditDecisionArea(
    $id: ID!
    $version: Int!
    $name: String
    $description: String
    $archived: Boolean
    $idempotencyKey: String
  ) {
    editDecisionArea(
      id: $id
      version: $version
      name: $name
      description: $description
      archived: $archived
      idempotencyKey: $idempotencyKey
    ) {
      id
      name
      description
      archived
      version
    }
  }
`);
