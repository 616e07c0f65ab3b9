import { EVERYONE, STALE, WITH_A_ROLE, type Expectation } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

/** The meeting and the rota of the stage are the team's. */
const KEEPERS = ['administrator', 'agileCoach', 'productOwner', 'scrumMaster'] as const;
const MEMBERS = [...KEEPERS, 'developer'] as const;
/** The turns of somebody else: the Product Owner only keeps meetings. */
const ARRANGERS = ['administrator', 'agileCoach', 'scrumMaster'] as const;
/** Of an action: whose it is, and who wrote it down. */
const OWN_ACTION = ['administrator', 'developer'] as const;
/** Promises are small: within a year. */
const SOON = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

const date = (ids: StageIds): Record<string, unknown> => ({ id: ids.meetingDate });
const action = (ids: StageIds): Record<string, unknown> => ({ id: ids.actionItem, version: STALE });
const rota = (ids: StageIds): Record<string, unknown> => ({ id: ids.rota, version: STALE });
const turn = (ids: StageIds): Record<string, unknown> => ({ rotaId: ids.rota, version: STALE, on: SOON });

/** Who comes, what comes of it, whose turn it is and what was promised. */
export const MEETING_EXPECTATIONS: Record<string, Expectation> = {
  'Mutation.answerOccurrence': { who: ['developer'], variables: (ids) => ({ ...date(ids), answer: 'COMING' }) },
  'Mutation.recordAttendance': {
    who: KEEPERS,
    variables: (ids) => ({ ...date(ids), attendedIds: [ids.person], missedIds: [] }),
  },
  'Mutation.addOutcome': {
    who: MEMBERS,
    variables: (ids) => ({ occurrenceId: ids.meetingDate, kind: 'NOTE', text: 'Outcome' }),
  },
  'Mutation.removeOutcome': { who: KEEPERS, variables: (ids) => ({ id: ids.outcome }) },

  'Query.rota': { who: EVERYONE, variables: (ids) => ({ id: ids.rota }) },
  'Query.rotas': { who: EVERYONE, variables: (ids) => ({ teamId: ids.team }) },
  'Mutation.createRota': {
    who: MEMBERS,
    variables: (ids) => ({
      input: {
        purpose: 'CODE_REVIEW',
        name: 'Rota',
        teamId: ids.team,
        rule: 'FREQ=WEEKLY',
        startsOn: '2026-01-05',
        size: 1,
        personIds: [ids.person],
      },
    }),
  },
  'Mutation.editRota': {
    who: MEMBERS,
    variables: (ids) => ({ ...rota(ids), changes: { name: 'New', personIds: [ids.person] } }),
  },
  'Mutation.endRota': { who: MEMBERS, variables: rota },
  'Mutation.skipTurn': { who: ARRANGERS, variables: (ids) => ({ ...turn(ids), personId: ids.person }) },
  'Mutation.swapTurns': {
    who: ARRANGERS,
    variables: (ids) => ({ ...turn(ids), personId: ids.person, withOn: SOON, withPersonId: ids.newcomer }),
  },
  'Mutation.restoreTurn': { who: ARRANGERS, variables: turn },

  'Query.actions': { who: EVERYONE, variables: (ids) => ({ filter: { teamId: ids.team } }) },
  'Mutation.addAction': {
    who: WITH_A_ROLE,
    variables: (ids) => ({
      input: { title: 'Action', ownerId: ids.person, dueOn: SOON, teamId: ids.team, impedimentId: ids.impediment },
    }),
  },
  'Mutation.editAction': {
    who: OWN_ACTION,
    variables: (ids) => ({ ...action(ids), changes: { title: 'New', ownerId: ids.person } }),
  },
  'Mutation.completeAction': { who: OWN_ACTION, variables: action },
  'Mutation.dropAction': { who: OWN_ACTION, variables: (ids) => ({ ...action(ids), reason: 'Why' }) },
  'Mutation.reopenAction': { who: OWN_ACTION, variables: action },

  'Query.calendarFeeds': { who: EVERYONE },
  'Mutation.createCalendarFeed': {
    who: EVERYONE,
    variables: (ids) => ({ scope: 'TEAM', scopeId: ids.team }),
  },
  'Mutation.revokeCalendarFeed': { who: 'own', variables: (ids) => ({ id: ids.calendarFeed }) },
};
