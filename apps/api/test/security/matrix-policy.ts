import { ADMINISTRATOR, EVERYONE, SPRINT_KEEPERS, STALE, WITH_A_ROLE, type Expectation } from './expectation.js';
import { ARTIFACT_EXPECTATIONS } from './artifact-policy.js';
import { CADENCE_EXPECTATIONS } from './cadence-policy.js';
import { CHAPTER_EXPECTATIONS } from './chapter-policy.js';
import { COMMUNITY_EXPECTATIONS } from './community-policy.js';
import { DECISION_EXPECTATIONS } from './decision-policy.js';
import { DELEGATION_EXPECTATIONS } from './delegation-policy.js';
import { IMPEDIMENT_EXPECTATIONS } from './impediment-policy.js';
import { ITEM_EXPECTATIONS } from './item-policy.js';
import { MEETING_EXPECTATIONS } from './meeting-policy.js';
import { NEGOTIATION_EXPECTATIONS } from './negotiation-policy.js';
import { ORDER_EXPECTATIONS } from './order-policy.js';
import { ORGANIZATION_EXPECTATIONS } from './organization-policy.js';
import { USE_EXPECTATIONS } from './use-policy.js';

const YEARS = { from: '2025-01-01', endsBefore: '2032-01-01' };

/** Every root field of the schema. A field that is not here fails the matrix. */
export const EXPECTATIONS: Record<string, Expectation> = {
  ...ORGANIZATION_EXPECTATIONS,
  ...IMPEDIMENT_EXPECTATIONS,
  ...DECISION_EXPECTATIONS,
  ...DELEGATION_EXPECTATIONS,
  ...ITEM_EXPECTATIONS,
  ...NEGOTIATION_EXPECTATIONS,
  ...ORDER_EXPECTATIONS,
  ...CADENCE_EXPECTATIONS,
  ...CHAPTER_EXPECTATIONS,
  ...COMMUNITY_EXPECTATIONS,
  ...ARTIFACT_EXPECTATIONS,
  ...MEETING_EXPECTATIONS,
  ...USE_EXPECTATIONS,

  'Query.instance': { who: 'public' },
  'Query.demoPersonas': { who: 'public' },
  'Query.viewer': { who: 'public' },
  'Query.invitationPreview': { who: 'public' },
  'Query.things': { who: EVERYONE, variables: (ids) => ({ keys: [ids.team, ids.person] }) },
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
  'Query.bottleneckMap': { who: EVERYONE },
  'Query.bottleneckImpediments': {
    who: EVERYONE,
    variables: (ids) => ({ sourceId: ids.source, areaId: ids.area }),
  },
  'Query.earlierOfSameKind': {
    who: EVERYONE,
    variables: (ids) => ({ sourceId: ids.source, category: 'TOOLING' }),
  },
  'Query.decisions': {
    who: EVERYONE,
    variables: (ids) => ({ filter: { text: 'title', scopeId: ids.team, personId: ids.person } }),
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
  'Query.importMappings': { who: ADMINISTRATOR, variables: () => ({ kind: 'JIRA_CSV' }) },

  'Mutation.setUpOrganization': { who: 'public' },
  'Mutation.createDemo': { who: 'public' },
  'Mutation.resetDemo': { who: 'public' },
  'Mutation.signIn': { who: 'public' },
  'Mutation.signInAsPersona': { who: 'public' },
  'Mutation.acceptInvitation': { who: 'public' },
  'Mutation.signOut': { who: 'own' },
  'Mutation.endOtherSessions': { who: 'own' },
  'Mutation.changePassword': { who: 'own', variables: () => ({ current: 'x', next: 'y' }) },

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
  'Mutation.saveImportMapping': {
    who: ADMINISTRATOR,
    variables: () => ({ kind: 'JIRA_CSV', name: 'Ours', mapping: {} }),
  },
  'Mutation.removeImportMapping': { who: ADMINISTRATOR, variables: (ids) => ({ id: ids.importMapping }) },

  'Subscription.impedimentChanges': { who: EVERYONE },
  'Subscription.organizationChanges': { who: EVERYONE },
  'Subscription.sprintChanges': { who: EVERYONE },
  'Subscription.inboxChanges': { who: EVERYONE },
  'Subscription.presence': { who: EVERYONE, variables: (ids) => ({ place: ids.impediment }) },
  'Subscription.importChanges': { who: ADMINISTRATOR, variables: (ids) => ({ id: ids.import }) },
};
