import { graphql } from '../../../generated/gql';

export const TRIAGE_IMPEDIMENT = graphql(`
  mutation TriageImpediment($id: ID!, $version: Int!, $input: TriageImpedimentInput!, $idempotencyKey: String) {
    impediment: triageImpediment(id: $id, version: $version, input: $input, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
      viewerUndo {
        ...UndoOffer
      }
    }
  }
`);

export const START_IMPEDIMENT = graphql(`
  mutation StartImpediment($id: ID!, $version: Int!, $idempotencyKey: String) {
    impediment: startImpediment(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
      viewerUndo {
        ...UndoOffer
      }
    }
  }
`);

export const RESOLVE_IMPEDIMENT = graphql(`
  mutation ResolveImpediment($id: ID!, $version: Int!, $resolution: String!, $idempotencyKey: String) {
    impediment: resolveImpediment(
      id: $id
      version: $version
      resolution: $resolution
      idempotencyKey: $idempotencyKey
    ) {
      ...ImpedimentCard
      viewerUndo {
        ...UndoOffer
      }
    }
  }
`);

export const CLOSE_IMPEDIMENT = graphql(`
  mutation CloseImpediment($id: ID!, $version: Int!, $idempotencyKey: String) {
    impediment: closeImpediment(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
      viewerUndo {
        ...UndoOffer
      }
    }
  }
`);

export const DECLINE_IMPEDIMENT = graphql(`
  mutation DeclineImpediment($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    impediment: declineImpediment(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
      viewerUndo {
        ...UndoOffer
      }
    }
  }
`);

export const MARK_IMPEDIMENT_DUPLICATE = graphql(`
  mutation MarkImpedimentDuplicate($id: ID!, $version: Int!, $duplicateOfKey: String!, $idempotencyKey: String) {
    impediment: markImpedimentDuplicate(
      id: $id
      version: $version
      duplicateOfKey: $duplicateOfKey
      idempotencyKey: $idempotencyKey
    ) {
      ...ImpedimentCard
      viewerUndo {
        ...UndoOffer
      }
    }
  }
`);

export const REOPEN_IMPEDIMENT = graphql(`
  mutation ReopenImpediment($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    impediment: reopenImpediment(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
      viewerUndo {
        ...UndoOffer
      }
    }
  }
`);

export const SET_IMPEDIMENT_LEVEL = graphql(`
  mutation SetImpedimentLevel($id: ID!, $version: Int!, $level: Int!, $reason: String!, $idempotencyKey: String) {
    impediment: setImpedimentLevel(
      id: $id
      version: $version
      level: $level
      reason: $reason
      idempotencyKey: $idempotencyKey
    ) {
      ...ImpedimentCard
      viewerUndo {
        ...UndoOffer
      }
    }
  }
`);

export const ASSIGN_IMPEDIMENT = graphql(`
  mutation AssignImpediment($id: ID!, $version: Int!, $ownerId: ID!, $idempotencyKey: String) {
    impediment: assignImpediment(id: $id, version: $version, ownerId: $ownerId, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
      viewerUndo {
        ...UndoOffer
      }
    }
  }
`);
