import { ADMINISTRATOR, EVERYONE, type Expectation, STALE } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

/** The administrator facilitates the community; the developer is a member and wrote all drafts; the Scrum Master was asked. */
const FACILITATOR = ADMINISTRATOR;
const MEMBERS = [...FACILITATOR, 'developer'] as const;
const REVIEWER = ['scrumMaster'] as const;
const IN_REVIEW = [...MEMBERS, ...REVIEWER] as const;
const PROPOSER = ['stakeholder'] as const;

const stale = (ids: StageIds): Record<string, unknown> => ({ id: ids.artifact, version: STALE });
const written = (ids: StageIds): Record<string, unknown> => ({ artifactId: ids.writtenArtifact });
const page = (ids: StageIds): Record<string, unknown> => ({ artifactId: ids.reviewedArtifact, path: 'gone' });

/** Who may do what to artifacts, their drafts, reviews, versions and proposals. */
export const ARTIFACT_EXPECTATIONS: Record<string, Expectation> = {
  'Query.artifact': { who: EVERYONE, variables: (ids) => ({ key: ids.reviewedArtifactKey }) },
  'Query.artifacts': {
    who: EVERYONE,
    variables: (ids) => ({ filter: { communityId: ids.community, teamId: ids.team, text: 'PLAYBOOK' } }),
  },
  'Query.artifactDiff': { who: EVERYONE, variables: (ids) => ({ artifactId: ids.reviewedArtifact }) },
  'Query.changeProposal': { who: EVERYONE, variables: (ids) => ({ id: ids.proposal }) },
  'Query.reviewsAskedOfMe': { who: EVERYONE },

  'Mutation.createArtifact': {
    who: MEMBERS,
    variables: (ids) => ({
      input: { communityId: ids.community, kind: 'PLAYBOOK', title: 'New', fromArtifactId: ids.artifact },
    }),
  },
  'Mutation.editArtifact': { who: MEMBERS, variables: (ids) => ({ ...stale(ids), changes: { title: 'New' } }) },
  'Mutation.archiveArtifact': { who: FACILITATOR, variables: (ids) => ({ ...stale(ids), reason: 'Reason' }) },
  'Mutation.unarchiveArtifact': { who: FACILITATOR, variables: stale },
  'Mutation.watchArtifact': { who: EVERYONE, variables: (ids) => ({ id: ids.artifact, watch: true }) },

  'Mutation.beginDraft': { who: MEMBERS, variables: written },
  'Mutation.discardDraft': { who: MEMBERS, variables: (ids) => ({ ...written(ids), revision: STALE }) },
  'Mutation.writePage': {
    who: MEMBERS,
    // From another text: nothing is written.
    variables: (ids) => ({
      ...written(ids),
      page: { path: 'index', body: 'Mine', baseVersion: STALE, baseBody: 'Another' },
    }),
  },
  'Mutation.addPage': { who: MEMBERS, variables: (ids) => ({ artifactId: ids.reviewedArtifact, title: 'New' }) },
  'Mutation.movePage': { who: MEMBERS, variables: page },
  'Mutation.renamePage': { who: MEMBERS, variables: (ids) => ({ ...page(ids), title: 'New' }) },
  'Mutation.removePage': { who: MEMBERS, variables: page },
  'Mutation.writeChecklist': {
    who: MEMBERS,
    variables: (ids) => ({ ...written(ids), revision: STALE, steps: [{ text: 'Step' }] }),
  },
  'Mutation.writeTree': {
    who: MEMBERS,
    variables: (ids) => ({ ...written(ids), revision: STALE, mermaid: 'flowchart TD' }),
  },
  'Mutation.publishVersion': {
    who: MEMBERS,
    variables: (ids) => ({ ...written(ids), revision: STALE, whatChanged: 'Words' }),
  },

  'Mutation.askForReview': {
    who: MEMBERS,
    variables: (ids) => ({ ...written(ids), revision: 1, reviewerIds: [ids.person], whatChanged: 'Words' }),
  },
  'Mutation.withdrawReview': { who: MEMBERS, variables: (ids) => ({ id: ids.otherReview }) },
  'Mutation.giveVerdict': { who: REVIEWER, variables: (ids) => ({ reviewId: ids.review, verdict: 'APPROVED' }) },
  'Mutation.commentOnLine': {
    who: IN_REVIEW,
    variables: (ids) => ({ reviewId: ids.review, pagePath: 'index', line: 1, body: 'Body' }),
  },
  'Mutation.replyToReviewComment': {
    who: IN_REVIEW,
    variables: (ids) => ({ id: ids.reviewComment, body: 'Body' }),
  },
  'Mutation.resolveReviewComment': {
    who: IN_REVIEW,
    variables: (ids) => ({ id: ids.reviewComment, resolved: true }),
  },

  'Mutation.editReviewComment': {
    who: REVIEWER,
    variables: (ids) => ({ id: ids.reviewComment, version: STALE, body: 'Body' }),
  },
  'Mutation.removeReviewComment': {
    who: [],
    variables: (ids) => ({ id: ids.reviewComment, version: STALE }),
  },

  'Mutation.proposeChange': {
    who: EVERYONE,
    variables: (ids) => ({
      artifactId: ids.artifact,
      pagePath: 'index',
      baseNumber: 1,
      body: 'Body',
      why: 'Why',
    }),
  },
  'Mutation.answerProposal': {
    who: MEMBERS,
    variables: (ids) => ({ id: ids.proposal, version: STALE, take: true }),
  },
  'Mutation.withdrawProposal': { who: PROPOSER, variables: (ids) => ({ id: ids.proposal, version: STALE }) },
};
