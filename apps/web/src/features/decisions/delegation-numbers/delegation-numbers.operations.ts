import { graphql } from '../../../generated/gql';

export const DELEGATION_NUMBER_FACTS = graphql(`
  fragment DelegationNumberFacts on DelegationNumbers {
    decided
    delegated
    shareDelegated
    vetoes
    overdueConsents
    consents
    byLevel {
      level
      decided
      medianHours
      vetoed
    }
  }
`);

/** A window, and as many months before it to compare with. */
export const DELEGATION_NUMBERS = graphql(`
  query DelegationNumbers($from: Date!, $endsBefore: Date!, $beforeFrom: Date!, $scopeId: ID) {
    now: delegationNumbers(from: $from, endsBefore: $endsBefore, scopeId: $scopeId) {
      ...DelegationNumberFacts
    }
    before: delegationNumbers(from: $beforeFrom, endsBefore: $from, scopeId: $scopeId) {
      ...DelegationNumberFacts
    }
  }
`);
