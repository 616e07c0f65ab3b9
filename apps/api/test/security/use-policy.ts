import { ADMINISTRATOR, EVERYONE, type Expectation, STALE } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

/** The adoption and the run of the stage are the team's, the walk is the developer's; the administrator facilitates the community. */
const OF_TEAM = ['productOwner', 'scrumMaster', 'developer'] as const;
const WALKER = ['developer'] as const;
const MEMBERS = ['administrator', 'developer'] as const;
const FACILITATOR = ADMINISTRATOR;

const adoption = (ids: StageIds): Record<string, unknown> => ({ id: ids.adoption, rowVersion: STALE });

/** Who may run, walk, follow and fill in what is published. */
export const USE_EXPECTATIONS: Record<string, Expectation> = {
  'Query.templates': { who: EVERYONE, variables: () => ({ for: 'DECISION' }) },
  'Query.templateFields': { who: EVERYONE, variables: (ids) => ({ key: ids.usedTemplateKey }) },

  'Query.checklistRun': { who: EVERYONE, variables: (ids) => ({ id: ids.run }) },
  'Query.checklistRuns': { who: EVERYONE, variables: (ids) => ({ teamId: ids.team, open: true }) },
  'Mutation.startChecklistRun': {
    who: OF_TEAM,
    variables: (ids) => ({ artifactId: ids.usedChecklist, title: 'Run', teamId: ids.team }),
  },
  'Mutation.tickStep': {
    who: OF_TEAM,
    variables: (ids) => ({ runId: ids.run, stepId: 'two', done: true, note: 'Note' }),
  },
  'Mutation.endChecklistRun': { who: OF_TEAM, variables: (ids) => ({ id: ids.run, rowVersion: STALE }) },

  'Query.walkCounts': { who: MEMBERS, variables: (ids) => ({ artifactId: ids.usedTree }) },
  'Mutation.startWalk': { who: EVERYONE, variables: (ids) => ({ artifactId: ids.usedTree }) },
  'Mutation.takeAnswer': { who: WALKER, variables: (ids) => ({ walkId: ids.walk, from: 'A', to: 'B' }) },
  'Mutation.stepBack': { who: WALKER, variables: (ids) => ({ walkId: ids.walk }) },

  'Mutation.adopt': {
    who: OF_TEAM,
    variables: (ids) => ({ artifactId: ids.usedPlaybook, teamId: ids.team, number: 1, note: 'Note' }),
  },
  'Mutation.editAdoption': { who: OF_TEAM, variables: (ids) => ({ ...adoption(ids), number: 3, note: 'New' }) },
  'Mutation.endAdoption': { who: OF_TEAM, variables: (ids) => ({ ...adoption(ids), why: 'Why' }) },
  'Mutation.nudgeTeams': {
    who: FACILITATOR,
    variables: (ids) => ({ artifactId: ids.usedPlaybook, teamIds: [ids.team] }),
  },
};
