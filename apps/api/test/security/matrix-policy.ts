import { ACTORS, type ActorName, type StageIds } from './matrix-stage.js';

/**
 * Who may call a root field on the things of the stage:
 * a list of actors (the others are FORBIDDEN), `public` (needs no session), or `own` (any signed-in person, about
 * themselves alone). Versions are stale on purpose: who may gets CONFLICT, and nothing changes.
 */
export interface Expectation {
  who: readonly ActorName[] | 'public' | 'own';
  variables?: (ids: StageIds) => Record<string, unknown>;
}

const EVERYONE = ACTORS;
const WITH_A_ROLE = ACTORS.filter((actor) => actor !== 'nobody');
const ADMINISTRATOR = ['administrator'] as const;
const PRODUCT = ['administrator', 'chiefProductOwner'] as const;
const AREA = [...PRODUCT, 'areaProductOwner'] as const;
const DEVELOPERS_OF_TEAM = ['administrator', 'scrumOfScrumsMaster', 'scrumMaster'] as const;
const SCRUM_MASTERS_OF_TEAM = ['administrator', 'areaProductOwner', 'scrumOfScrumsMaster'] as const;
const TRIAGE = [
  'administrator',
  'chiefProductOwner',
  'areaProductOwner',
  'otherAreaProductOwner',
  'scrumOfScrumsMaster',
  'scrumMaster',
  'otherScrumMaster',
  'agileCoach',
] as const;
const SPRINT_KEEPERS = [
  'administrator',
  'areaProductOwner',
  'scrumOfScrumsMaster',
  'productOwner',
  'scrumMaster',
  'developer',
  'agileCoach',
] as const;
const STALE = 999;
const YEARS = { from: '2025-01-01', endsBefore: '2032-01-01' };
const SOON = { startsOn: '2031-01-01', endsBefore: '2031-02-01' };

const impediment = (ids: StageIds): Record<string, unknown> => ({ id: ids.impediment, version: STALE });

const ladderLevel = (level: number): object => ({
  level,
  name: `Level ${level}`,
  clockWorkingHours: 8,
  escalatesByItself: false,
});

/** Every root field of the schema. A field that is not here fails the matrix. */
export const EXPECTATIONS: Record<string, Expectation> = {
  'Query.instance': { who: 'public' },
  'Query.demoPersonas': { who: 'public' },
  'Query.viewer': { who: 'public' },
  'Query.invitationPreview': { who: 'public' },
  'Query.node': { who: EVERYONE, variables: (ids) => ({ id: ids.team }) },
  'Query.organization': { who: EVERYONE },
  'Query.area': { who: EVERYONE, variables: (ids) => ({ id: ids.area }) },
  'Query.team': { who: EVERYONE, variables: (ids) => ({ id: ids.team }) },
  'Query.person': { who: EVERYONE, variables: (ids) => ({ id: ids.person }) },
  'Query.people': { who: EVERYONE, variables: () => ({ search: 'a' }) },
  'Query.impedimentBoard': { who: EVERYONE },
  'Query.impediment': { who: EVERYONE, variables: (ids) => ({ key: ids.impedimentKey }) },
  'Query.impediments': { who: EVERYONE, variables: (ids) => ({ filter: { teamId: ids.team } }) },
  'Query.similarImpediments': {
    who: EVERYONE,
    variables: (ids) => ({ title: 'title 1', exceptId: ids.impediment }),
  },
  'Query.impedimentNumbers': {
    who: EVERYONE,
    variables: (ids) => ({ ...YEARS, by: 'TEAM', areaId: ids.area, teamId: ids.team, sourceId: ids.source }),
  },
  'Query.impedimentsCounted': {
    who: EVERYONE,
    variables: (ids) => ({
      ...YEARS,
      number: 'OVERDUE',
      areaId: ids.area,
      teamId: ids.team,
      sourceId: ids.source,
    }),
  },
  'Query.search': { who: EVERYONE, variables: () => ({ text: 'title' }) },
  'Query.labels': { who: EVERYONE, variables: () => ({ search: 'label' }) },
  'Query.sources': { who: EVERYONE, variables: () => ({ search: 'source' }) },
  'Query.source': { who: EVERYONE, variables: (ids) => ({ id: ids.source }) },
  'Query.blockedItems': { who: EVERYONE, variables: (ids) => ({ teamId: ids.team }) },
  'Query.sprints': { who: EVERYONE, variables: (ids) => ({ teamId: ids.team }) },
  'Query.inbox': { who: EVERYONE, variables: () => ({ unreadOnly: false }) },
  'Query.myImpediments': { who: EVERYONE },
  'Query.sentInvitations': { who: 'own' },
  'Query.savedViews': { who: EVERYONE },
  'Query.import': { who: ADMINISTRATOR, variables: (ids) => ({ id: ids.import }) },
  'Query.imports': { who: ADMINISTRATOR },

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

  'Mutation.setUpOrganization': { who: 'public' },
  'Mutation.createDemo': { who: 'public' },
  'Mutation.resetDemo': { who: 'public' },
  'Mutation.signIn': { who: 'public' },
  'Mutation.signInAsPersona': { who: 'public' },
  'Mutation.acceptInvitation': { who: 'public' },
  'Mutation.signOut': { who: 'own' },
  'Mutation.endOtherSessions': { who: 'own' },
  'Mutation.changePassword': { who: 'own', variables: () => ({ current: 'x', next: 'y' }) },

  'Mutation.editOrganization': { who: ADMINISTRATOR, variables: () => ({ version: STALE, name: 'New' }) },
  'Mutation.editWorkingCalendar': {
    who: ADMINISTRATOR,
    variables: () => ({ version: STALE, holidays: [{ date: '2031-01-01', name: 'New Year' }] }),
  },
  'Mutation.createProduct': { who: ADMINISTRATOR, variables: () => ({ name: 'Product' }) },
  'Mutation.editProduct': {
    who: ADMINISTRATOR,
    variables: (ids) => ({ id: ids.product, version: STALE, name: 'New' }),
  },
  'Mutation.createArea': { who: PRODUCT, variables: (ids) => ({ productId: ids.product, name: 'Area' }) },
  'Mutation.editArea': { who: PRODUCT, variables: (ids) => ({ id: ids.area, version: STALE, name: 'New' }) },
  'Mutation.createTeam': { who: AREA, variables: (ids) => ({ areaId: ids.area, name: 'Team' }) },
  'Mutation.editTeam': { who: AREA, variables: (ids) => ({ id: ids.team, version: STALE, name: 'New' }) },
  'Mutation.moveTeam': { who: PRODUCT, variables: (ids) => ({ id: ids.team, version: STALE, areaId: ids.otherArea }) },
  'Mutation.addPerson': { who: ADMINISTRATOR, variables: () => ({ name: 'Person' }) },
  'Mutation.editPerson': { who: ADMINISTRATOR, variables: (ids) => ({ id: ids.person, version: STALE, name: 'New' }) },
  'Mutation.deactivatePerson': { who: ADMINISTRATOR, variables: (ids) => ({ id: ids.person, version: STALE }) },
  'Mutation.assignRole': {
    who: DEVELOPERS_OF_TEAM,
    variables: (ids) => ({
      input: { personId: ids.newcomer, role: 'DEVELOPER', scopeId: ids.team, kind: 'PRIMARY', ...SOON },
    }),
  },
  'Mutation.endRole': {
    who: SCRUM_MASTERS_OF_TEAM,
    variables: (ids) => ({ id: ids.assignment, version: STALE, endsBefore: '2031-01-01' }),
  },
  'Mutation.handOverRole': {
    who: SCRUM_MASTERS_OF_TEAM,
    variables: (ids) => ({ id: ids.assignment, version: STALE, toPersonId: ids.newcomer, on: '2031-01-01' }),
  },
  'Mutation.recordAbsence': {
    who: ['administrator', 'scrumMaster'],
    variables: (ids) => ({ personId: ids.person, ...SOON }),
  },
  'Mutation.removeAbsence': {
    who: ['administrator', 'scrumMaster'],
    variables: (ids) => ({ id: ids.absence, version: STALE }),
  },
  'Mutation.invitePerson': {
    who: DEVELOPERS_OF_TEAM,
    variables: (ids) => ({ personId: ids.person, email: 'somebody@example.org' }),
  },
  'Mutation.revokeInvitation': {
    who: DEVELOPERS_OF_TEAM,
    variables: (ids) => ({ id: ids.invitation, version: STALE }),
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

  'Mutation.recordSprint': {
    who: SPRINT_KEEPERS,
    variables: (ids) => ({
      teamId: ids.team,
      input: { name: 'Sprint', state: 'CLOSED', startsOn: '2026-03-02', endsBefore: '2026-03-16', doneItems: 9 },
    }),
  },
  'Mutation.editSprint': {
    who: SPRINT_KEEPERS,
    variables: (ids) => ({ id: ids.sprint, version: STALE, input: { name: 'New' } }),
  },
  'Mutation.finishSprint': {
    who: SPRINT_KEEPERS,
    variables: (ids) => ({ id: ids.sprint, version: STALE, input: { doneItems: 4 } }),
  },
  'Mutation.removeSprint': { who: SPRINT_KEEPERS, variables: (ids) => ({ id: ids.sprint, version: STALE }) },

  'Mutation.markInboxRead': { who: 'own', variables: (ids) => ({ ids: [ids.inboxEntry], read: true }) },
  'Mutation.markWholeInboxRead': { who: 'own', variables: () => ({ until: '2026-01-01T00:00:00Z' }) },

  'Mutation.linkImpediment': {
    who: WITH_A_ROLE,
    variables: (ids) => ({ id: ids.impediment, toKey: ids.otherImpedimentKey }),
  },
  'Mutation.unlinkImpediment': { who: WITH_A_ROLE, variables: (ids) => ({ id: ids.impediment, linkId: ids.link }) },
  'Mutation.visitBoard': { who: EVERYONE },
  'Mutation.saveView': {
    who: WITH_A_ROLE,
    variables: () => ({ input: { name: 'View', screen: 'BOARD', search: 'mine', shared: true } }),
  },
  'Mutation.editView': {
    who: ['administrator', 'developer'],
    variables: (ids) => ({ id: ids.savedView, version: STALE, name: 'New' }),
  },
  'Mutation.deleteView': {
    who: ['administrator', 'developer'],
    variables: (ids) => ({ id: ids.savedView, version: STALE }),
  },
  'Mutation.setDefaultView': { who: EVERYONE, variables: (ids) => ({ id: ids.savedView }) },

  'Mutation.previewImport': {
    who: ADMINISTRATOR,
    variables: (ids) => ({ id: ids.import, version: STALE, mapping: {} }),
  },
  'Mutation.applyImport': { who: ADMINISTRATOR, variables: (ids) => ({ id: ids.import, version: STALE }) },
  'Mutation.discardImport': { who: ADMINISTRATOR, variables: (ids) => ({ id: ids.import, version: STALE }) },

  'Subscription.impedimentChanges': { who: EVERYONE },
  'Subscription.organizationChanges': { who: EVERYONE },
  'Subscription.sprintChanges': { who: EVERYONE },
  'Subscription.inboxChanges': { who: EVERYONE },
  'Subscription.presence': { who: EVERYONE, variables: (ids) => ({ place: ids.impediment }) },
  'Subscription.importChanges': { who: ADMINISTRATOR, variables: (ids) => ({ id: ids.import }) },
};
