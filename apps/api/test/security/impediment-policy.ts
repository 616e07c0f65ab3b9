import { ADMINISTRATOR, EVERYONE, STALE, TRIAGE, WITH_A_ROLE, type Expectation } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

const impediment = (ids: StageIds): Record<string, unknown> => ({ id: ids.impediment, version: STALE });

const ladderLevel = (level: number): object => ({
  level,
  name: `Level ${level}`,
  clockWorkingHours: 8,
  escalatesByItself: false,
});

/** Who may change impediments, their ladder, their sources, and send and answer briefs. */
export const IMPEDIMENT_EXPECTATIONS: Record<string, Expectation> = {
  'Query.escalationBriefPreview': { who: TRIAGE, variables: (ids) => ({ impedimentId: ids.impediment }) },
  'Query.escalationBrief': { who: EVERYONE, variables: (ids) => ({ id: ids.brief }) },
  'Query.briefsAskedOfMe': { who: EVERYONE },
  'Mutation.sendEscalationBrief': {
    who: TRIAGE,
    variables: (ids) => ({
      ...impediment(ids),
      input: { proposal: 'One contact', ask: 'Pay', answerBy: '2031-01-01', recipientIds: [ids.person] },
    }),
  },
  // Without words: whoever may is told what is missing, and nothing changes.
  'Mutation.answerEscalationBrief': {
    who: ['executive'],
    variables: (ids) => ({ id: ids.brief, kind: 'AGREED', words: '' }),
  },

  'Mutation.raiseImpediment': {
    who: WITH_A_ROLE.filter((actor) => actor !== 'stakeholder'),
    variables: (ids) => ({
      input: {
        title: 'Raised',
        category: 'TOOLING',
        raisingTeamId: ids.team,
        affectedTeamIds: [ids.otherTeam],
        sourceId: ids.source,
      },
    }),
  },
  'Mutation.editImpediment': {
    who: [...TRIAGE, 'developer'],
    variables: (ids) => ({ ...impediment(ids), input: { title: 'New', sourceId: ids.source } }),
  },
  'Mutation.triageImpediment': {
    who: TRIAGE,
    variables: (ids) => ({
      ...impediment(ids),
      input: { ownerId: ids.person, severity: 'HIGH', level: 1, nextStep: 'Ask' },
    }),
  },
  'Mutation.startImpediment': { who: TRIAGE, variables: impediment },
  'Mutation.resolveImpediment': { who: TRIAGE, variables: (ids) => ({ ...impediment(ids), resolution: 'Gone' }) },
  'Mutation.closeImpediment': {
    who: ['administrator', 'productOwner', 'scrumMaster', 'developer'],
    variables: impediment,
  },
  'Mutation.declineImpediment': { who: TRIAGE, variables: (ids) => ({ ...impediment(ids), reason: 'No' }) },
  'Mutation.markImpedimentDuplicate': {
    who: TRIAGE,
    variables: (ids) => ({ ...impediment(ids), duplicateOfKey: ids.otherImpedimentKey }),
  },
  'Mutation.reopenImpediment': {
    who: [...TRIAGE, 'productOwner', 'developer'],
    variables: (ids) => ({ ...impediment(ids), reason: 'Back' }),
  },
  'Mutation.assignImpediment': {
    who: TRIAGE,
    variables: (ids) => ({ ...impediment(ids), ownerId: ids.person }),
  },
  'Mutation.labelImpediment': {
    who: [...TRIAGE, 'developer'],
    variables: (ids) => ({ id: ids.impediment, add: ['night'] }),
  },
  'Mutation.triageImpediments': {
    who: TRIAGE,
    variables: (ids) => ({
      items: [impediment(ids)],
      input: { ownerId: ids.person, severity: 'LOW', level: 1, nextStep: 'Ask' },
    }),
  },
  'Mutation.assignImpediments': {
    who: TRIAGE,
    variables: (ids) => ({ items: [impediment(ids)], ownerId: ids.person }),
  },
  'Mutation.setImpedimentsLevel': {
    who: TRIAGE,
    variables: (ids) => ({ items: [impediment(ids)], level: 2, reason: 'Stuck' }),
  },
  'Mutation.labelImpediments': {
    who: [...TRIAGE, 'developer'],
    variables: (ids) => ({ items: [impediment(ids)], add: ['night'] }),
  },
  'Mutation.undoImpedimentChange': { who: 'own', variables: (ids) => ({ id: ids.undo }) },
  'Mutation.setImpedimentLevel': {
    who: TRIAGE,
    variables: (ids) => ({ ...impediment(ids), level: 2, reason: 'Shared' }),
  },
  'Mutation.pauseImpedimentClock': {
    who: TRIAGE,
    variables: (ids) => ({ ...impediment(ids), reason: 'They answer on Monday' }),
  },
  'Mutation.resumeImpedimentClock': { who: TRIAGE, variables: impediment },
  'Mutation.addAffectedTeam': {
    who: [...TRIAGE, 'otherDeveloper'],
    variables: (ids) => ({ id: ids.impediment, teamId: ids.otherTeam }),
  },
  'Mutation.removeAffectedTeam': {
    who: [...TRIAGE, 'otherDeveloper'],
    variables: (ids) => ({ id: ids.impediment, teamId: ids.otherTeam }),
  },
  'Mutation.commentOnImpediment': { who: WITH_A_ROLE, variables: (ids) => ({ id: ids.impediment, body: 'A word' }) },
  'Mutation.editImpedimentComment': {
    who: ['developer'],
    variables: (ids) => ({ id: ids.comment, version: STALE, body: 'Another word' }),
  },
  'Mutation.removeImpedimentComment': {
    who: ['administrator', 'developer'],
    variables: (ids) => ({ id: ids.comment, version: STALE }),
  },
  'Mutation.watchImpediment': { who: WITH_A_ROLE, variables: (ids) => ({ id: ids.impediment, watch: true }) },
  'Mutation.voteForImpediment': { who: WITH_A_ROLE, variables: (ids) => ({ id: ids.impediment, vote: true }) },

  'Mutation.editImpedimentLadder': {
    who: ADMINISTRATOR,
    variables: () => ({ levels: [1, 2, 3].map(ladderLevel), version: STALE }),
  },
  'Mutation.editSource': {
    who: TRIAGE,
    variables: (ids) => ({
      id: ids.otherSource,
      version: STALE,
      input: { name: 'New', contactPersonId: ids.person, teamId: ids.team },
    }),
  },
  'Mutation.mergeSources': {
    who: TRIAGE,
    variables: (ids) => ({ id: ids.source, version: STALE, intoId: ids.otherSource }),
  },

  'Mutation.linkImpediment': {
    who: WITH_A_ROLE,
    variables: (ids) => ({ id: ids.impediment, toKey: ids.otherImpedimentKey }),
  },
  'Mutation.unlinkImpediment': { who: WITH_A_ROLE, variables: (ids) => ({ id: ids.impediment, linkId: ids.link }) },
};
