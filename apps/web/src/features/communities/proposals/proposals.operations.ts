import { graphql } from '../../../generated/gql';

export const PROPOSAL_LINE = graphql(`
  fragment ProposalLine on ChangeProposal {
    id
    pagePath
    why
    at
    state
    conflicts
    version
    viewerCan
    answer
    by {
      id
      name
    }
    answeredBy {
      id
      name
    }
  }
`);

export const PROPOSALS = graphql(`
  query ArtifactProposals($key: String!, $first: Int, $after: String) {
    artifact(key: $key) {
      id
      proposals(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...ProposalLine
          }
        }
      }
    }
  }
`);

export const PROPOSAL = graphql(`
  query ChangeProposal($id: ID!) {
    changeProposal(id: $id) {
      ...ProposalLine
      body
      diff {
        ...PageDiffParts
      }
    }
  }
`);

export const PROPOSE_CHANGE = graphql(`
  mutation ProposeChange(
    $artifactId: ID!
    $pagePath: String!
    $baseNumber: Int!
    $body: String!
    $why: String!
    $idempotencyKey: String
  ) {
    proposeChange(
      artifactId: $artifactId
      pagePath: $pagePath
      baseNumber: $baseNumber
      body: $body
      why: $why
      idempotencyKey: $idempotencyKey
    ) {
      ...ProposalLine
    }
  }
`);

export const ANSWER_PROPOSAL = graphql(`
  mutation AnswerProposal(
    $id: ID!
    $version: Int!
    $take: Boolean!
    $writtenIn: Boolean
    $words: String
    $idempotencyKey: String
  ) {
    answerProposal(
      id: $id
      version: $version
      take: $take
      writtenIn: $writtenIn
      words: $words
      idempotencyKey: $idempotencyKey
    ) {
      ...ProposalLine
    }
  }
`);

export const WITHDRAW_PROPOSAL = graphql(`
  mutation WithdrawProposal($id: ID!, $version: Int!, $idempotencyKey: String) {
    withdrawProposal(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ProposalLine
    }
  }
`);
