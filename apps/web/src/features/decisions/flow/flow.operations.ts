import { graphql } from '../../../generated/gql';

/** How a decision is made: who may accept it, who is asked first, who is told, whether it can be vetoed. */
export const DECISION_FLOW = graphql(`
  fragment DecisionFlowFacts on DecisionFlow {
    level
    delegatedBy {
      kind
      id
      name
    }
    sentence
    accountable {
      role
      scope {
        kind
        id
        name
      }
      holder {
        id
        name
      }
      because
      primary {
        id
        name
      }
      primaryAbsentUntil
    }
    delegate {
      kind
      name
    }
    mayAccept {
      id
      name
    }
    mayAcceptWords
    asks {
      ...DecisionAskFacts
    }
    willAsk {
      kind
      ofWhom
      people {
        id
        name
      }
      dueAt
    }
    willTell {
      id
      name
    }
    vetoHours
    vetoEndsAt
    waitsFor
  }
`);

export const DECISION_ASK = graphql(`
  fragment DecisionAskFacts on DecisionAsk {
    id
    kind
    ofWhom
    people {
      id
      name
    }
    dueAt
    overdue
    answer
    words
    answeredBy {
      id
      name
    }
    answeredFor {
      id
      name
    }
    answeredAt
    viewerCan
  }
`);

/** What would happen to a decision of this scope and area, in place of others, before it is proposed. */
export const DECISION_FLOW_PREVIEW = graphql(`
  query DecisionFlowPreview($scopeKind: ScopeKind!, $scopeId: ID!, $decisionAreaId: ID, $supersedesIds: [ID!]) {
    decisionFlowPreview(
      scopeKind: $scopeKind
      scopeId: $scopeId
      decisionAreaId: $decisionAreaId
      supersedesIds: $supersedesIds
    ) {
      ...DecisionFlowFacts
    }
  }
`);

/** What of a decision moves with its answers. */
export const DECISION_TURN = graphql(`
  fragment DecisionTurn on Decision {
    id
    key
    title
    state
    version
    outcome
    rationale
    chosenOption
    options {
      title
    }
    supersedes {
      id
      key
      title
    }
    decidedBy {
      id
      name
    }
    decidedAt
    flow {
      ...DecisionFlowFacts
    }
    veto {
      by {
        id
        name
      }
      for {
        id
        name
      }
      reason
      at
    }
    viewerCan
  }
`);

export const ACCEPT_DECISION = graphql(`
  mutation AcceptDecision(
    $id: ID!
    $version: Int!
    $outcome: String
    $rationale: String
    $chosenOption: Int
    $idempotencyKey: String
  ) {
    acceptDecision(
      id: $id
      version: $version
      outcome: $outcome
      rationale: $rationale
      chosenOption: $chosenOption
      idempotencyKey: $idempotencyKey
    ) {
      ...DecisionTurn
    }
  }
`);

export const REJECT_DECISION = graphql(`
  mutation RejectDecision($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    rejectDecision(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...DecisionTurn
    }
  }
`);

export const VETO_DECISION = graphql(`
  mutation VetoDecision($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    vetoDecision(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...DecisionTurn
    }
  }
`);

export const ANSWER_ASK = graphql(`
  mutation AnswerDecisionAsk($id: ID!, $version: Int!, $answer: AskAnswer!, $words: String, $idempotencyKey: String) {
    answerDecisionAsk(id: $id, version: $version, answer: $answer, words: $words, idempotencyKey: $idempotencyKey) {
      ...DecisionTurn
    }
  }
`);
