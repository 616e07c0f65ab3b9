import { EVERYONE, STALE, WITH_A_ROLE, type Expectation } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

const decision = (ids: StageIds): Record<string, unknown> => ({ id: ids.decision, version: STALE });

/** The proposer, and whoever may accept: the Product Owner of the team. An Administrator is the proposer here, and nothing more. */
const KEEPERS = ['administrator', 'productOwner'] as const;
const DECIDES = ['productOwner'] as const;

const words = (ids: StageIds): object => ({
  title: 'New words',
  scopeKind: 'TEAM',
  scopeId: ids.team,
  people: [{ part: 'CONSULTED', personId: ids.person }],
  supersedesIds: [ids.decisionInForce],
});

/** Who may read, propose and change decisions. */
export const DECISION_EXPECTATIONS: Record<string, Expectation> = {
  'Query.decision': { who: EVERYONE, variables: (ids) => ({ key: ids.settledDecisionKey }) },
  'Mutation.proposeDecision': {
    who: EVERYONE,
    variables: (ids) => ({
      input: { ...words(ids), kind: 'PRODUCT', links: [{ kind: 'IMPEDIMENT', thingId: ids.impediment }] },
    }),
  },
  'Mutation.editDecision': { who: KEEPERS, variables: (ids) => ({ ...decision(ids), input: words(ids) }) },
  'Mutation.acceptDecision': { who: DECIDES, variables: decision },
  'Mutation.rejectDecision': { who: DECIDES, variables: (ids) => ({ ...decision(ids), reason: 'No' }) },
  'Mutation.revertDecision': { who: DECIDES, variables: (ids) => ({ ...decision(ids), reason: 'No' }) },
  'Mutation.withdrawDecision': { who: ['administrator'], variables: decision },
  // Of one that is proposed: whoever may is told that it is edited, not amended.
  'Mutation.amendDecision': { who: DECIDES, variables: (ids) => ({ id: ids.decision, text: 'Added' }) },
  'Mutation.setDecisionRevisit': {
    who: KEEPERS,
    variables: (ids) => ({ ...decision(ids), revisitOn: '2031-01-01' }),
  },
  'Mutation.linkDecision': {
    who: WITH_A_ROLE,
    variables: (ids) => ({ id: ids.decision, link: { kind: 'TEAM', thingId: ids.otherTeam } }),
  },
  // Of a link that nobody of these added.
  'Mutation.unlinkDecision': {
    who: KEEPERS,
    variables: (ids) => ({ id: ids.decision, linkId: ids.decisionLink }),
  },
  // Feeds are each person's own; whoever may read decisions makes them.
  'Query.decisionFeeds': { who: EVERYONE, variables: (ids) => ({ teamId: ids.team }) },
  'Mutation.createDecisionFeed': { who: EVERYONE, variables: (ids) => ({ teamId: ids.team }) },
  'Mutation.revokeDecisionFeed': { who: 'own', variables: (ids) => ({ id: ids.decisionFeed }) },
  'Subscription.decisionChanged': { who: EVERYONE },
};
