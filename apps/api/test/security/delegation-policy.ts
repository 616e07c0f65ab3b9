import { EVERYONE, STALE, type Expectation } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

/** Who is accountable for a scope of any width; or an Administrator. */
const KEEP_AREAS = [
  'administrator',
  'chiefProductOwner',
  'areaProductOwner',
  'otherAreaProductOwner',
  'productOwner',
  'executive',
] as const;
/** Accountable for the team or above it. */
const SAVE_BOARD = ['administrator', 'chiefProductOwner', 'areaProductOwner', 'productOwner', 'executive'] as const;

const team = (ids: StageIds): Record<string, unknown> => ({ scopeKind: 'TEAM', scopeId: ids.team });

/** Who may read, save and follow delegation. */
export const DELEGATION_EXPECTATIONS: Record<string, Expectation> = {
  'Query.decisionAreas': { who: EVERYONE, variables: () => ({ archived: true }) },
  'Query.delegationBoard': { who: EVERYONE, variables: team },
  'Query.delegationTemplates': { who: EVERYONE },
  'Query.decisionFlowPreview': {
    who: EVERYONE,
    variables: (ids) => ({ ...team(ids), decisionAreaId: ids.decisionArea, supersedesIds: [ids.decision] }),
  },
  'Query.delegationNumbers': {
    who: EVERYONE,
    variables: (ids) => ({ from: '2025-01-01', endsBefore: '2032-01-01', scopeId: ids.team }),
  },
  'Query.decisionsAskedOfMe': { who: EVERYONE },
  'Query.decisionsOpenToMyVeto': { who: EVERYONE },
  'Mutation.createDecisionArea': { who: KEEP_AREAS, variables: () => ({ name: 'Tools' }) },
  'Mutation.editDecisionArea': {
    who: KEEP_AREAS,
    variables: (ids) => ({ id: ids.decisionArea, version: STALE, name: 'Libraries' }),
  },
  'Mutation.saveDelegationBoard': {
    who: SAVE_BOARD,
    variables: (ids) => ({
      ...team(ids),
      number: STALE,
      cells: [{ decisionAreaId: ids.decisionArea, level: 'INQUIRE', delegateKind: 'PERSON', personId: ids.person }],
    }),
  },
  'Mutation.useDelegationTemplate': {
    who: SAVE_BOARD,
    variables: (ids) => ({ ...team(ids), templateId: 'first-steps' }),
  },
  'Mutation.answerDecisionAsk': {
    who: ['productOwner'],
    variables: (ids) => ({ id: ids.decisionAsk, version: STALE, answer: 'CONSENTED' }),
  },
  'Mutation.vetoDecision': {
    who: ['productOwner'],
    variables: (ids) => ({ id: ids.vetoableDecision, version: STALE, reason: 'No' }),
  },
};
