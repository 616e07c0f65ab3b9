import { graphql } from '../../generated/gql';

export const PROPOSE_DECISION = graphql(`
  mutation ProposeDecision($input: ProposeDecisionInput!, $idempotencyKey: String) {
    proposeDecision(input: $input, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const EDIT_DECISION = graphql(`
  mutation EditDecision($id: ID!, $version: Int!, $input: EditDecisionInput!, $idempotencyKey: String) {
    editDecision(id: $id, version: $version, input: $input, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const WITHDRAW_DECISION = graphql(`
  mutation WithdrawDecision($id: ID!, $version: Int!, $reason: String, $idempotencyKey: String) {
    withdrawDecision(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const REVERT_DECISION = graphql(`
  mutation RevertDecision($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    revertDecision(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const AMEND_DECISION = graphql(`
  mutation AmendDecision($id: ID!, $text: String!, $idempotencyKey: String) {
    amendDecision(id: $id, text: $text, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const SET_DECISION_REVISIT = graphql(`
  mutation SetDecisionRevisit(
    $id: ID!
    $version: Int!
    $revisitOn: Date
    $stillHolds: Boolean
    $idempotencyKey: String
  ) {
    setDecisionRevisit(
      id: $id
      version: $version
      revisitOn: $revisitOn
      stillHolds: $stillHolds
      idempotencyKey: $idempotencyKey
    ) {
      ...DecisionRecord
    }
  }
`);

export const LINK_DECISION = graphql(`
  mutation LinkDecision($id: ID!, $link: DecisionLinkInput!, $idempotencyKey: String) {
    linkDecision(id: $id, link: $link, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);

export const UNLINK_DECISION = graphql(`
  mutation UnlinkDecision($id: ID!, $linkId: ID!, $idempotencyKey: String) {
    unlinkDecision(id: $id, linkId: $linkId, idempotencyKey: $idempotencyKey) {
      ...DecisionRecord
    }
  }
`);
