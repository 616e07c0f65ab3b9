import { EVERYONE, STALE, type Expectation } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

/** The series of the stage is the team's. */
const KEEPERS = ['administrator', 'agileCoach', 'productOwner', 'scrumMaster'] as const;
const DAYS = { from: '2030-02-01', endsBefore: '2030-03-01' };

const cadence = (ids: StageIds): Record<string, unknown> => ({ id: ids.cadence, version: STALE });
const date = (ids: StageIds): Record<string, unknown> => ({ id: ids.meetingDate, version: STALE });
const audience = (ids: StageIds): object => ({ roles: ['DEVELOPER'], personIds: [ids.person] });

/** Who looks at meetings, plans them, and arranges their dates. */
export const CADENCE_EXPECTATIONS: Record<string, Expectation> = {
  'Query.cadence': { who: EVERYONE, variables: (ids) => ({ id: ids.cadence }) },
  'Query.cadences': {
    who: EVERYONE,
    variables: (ids) => ({ filter: { scopeKind: 'TEAM', scopeId: ids.team, chapterId: ids.chapter } }),
  },
  'Query.cadenceTemplates': { who: EVERYONE },
  'Query.occurrences': {
    who: EVERYONE,
    variables: (ids) => ({ ...DAYS, filter: { scopeKind: 'TEAM', scopeId: ids.team } }),
  },
  'Query.occurrence': { who: EVERYONE, variables: (ids) => ({ id: ids.meetingDate }) },
  'Mutation.createCadence': {
    who: KEEPERS,
    variables: (ids) => ({
      input: {
        kind: 'REFINEMENT',
        name: 'Refinement',
        scopeKind: 'TEAM',
        scopeId: ids.team,
        rule: 'FREQ=WEEKLY;BYDAY=TU',
        startsAt: '2030-02-05T09:30',
        timeZone: 'Europe/Berlin',
        minutes: 60,
        facilitation: 'FIXED',
        facilitatorId: ids.person,
        audience: audience(ids),
      },
    }),
  },
  'Mutation.editCadence': {
    who: KEEPERS,
    variables: (ids) => ({ ...cadence(ids), span: 'ALL', changes: { name: 'New', audience: audience(ids) } }),
  },
  'Mutation.endCadence': { who: KEEPERS, variables: (ids) => ({ ...cadence(ids), endsBefore: '2031-01-01' }) },
  'Mutation.moveOccurrence': {
    who: KEEPERS,
    variables: (ids) => ({ ...date(ids), to: '2030-02-04T10:00', reason: 'Later' }),
  },
  'Mutation.cancelOccurrence': { who: KEEPERS, variables: (ids) => ({ ...date(ids), reason: 'No' }) },
  'Mutation.skipOccurrence': { who: KEEPERS, variables: date },
  'Mutation.restoreOccurrence': { who: KEEPERS, variables: date },
  'Mutation.writeOccurrenceNotes': { who: KEEPERS, variables: (ids) => ({ ...date(ids), notes: 'Notes' }) },
  'Mutation.setOccurrenceFacilitator': {
    who: KEEPERS,
    variables: (ids) => ({ ...date(ids), personId: ids.person }),
  },
  'Subscription.cadenceChanged': { who: EVERYONE },
};
