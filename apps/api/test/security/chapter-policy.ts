import { EVERYONE, STALE, WITH_A_ROLE, type Expectation } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

/** The chapter of the stage is the area's. */
const LEADERS = ['administrator', 'scrumOfScrumsMaster', 'agileCoach'] as const;
const MEMBERS = [...LEADERS, 'scrumMaster'] as const;
/** The running session of the stage is the administrator's to facilitate. */
const FACILITATOR = ['administrator'] as const;
/** Promises are small: within a year. */
const SOON = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

const session = (ids: StageIds): Record<string, unknown> => ({ sessionId: ids.triageSession });
const item = (ids: StageIds): Record<string, unknown> => ({ itemId: ids.triageItem });

/** Who may do what in chapters and their sessions. */
export const CHAPTER_EXPECTATIONS: Record<string, Expectation> = {
  'Query.chapter': { who: EVERYONE, variables: (ids) => ({ id: ids.chapter }) },
  'Query.chapters': { who: EVERYONE },
  'Query.triageAgenda': { who: EVERYONE, variables: (ids) => ({ chapterId: ids.chapter }) },
  'Query.triageSession': { who: EVERYONE, variables: (ids) => ({ id: ids.triageSession }) },
  'Query.coachingQuestions': { who: EVERYONE },
  'Query.myFacilitation': { who: 'own' },
  'Subscription.triageSessionChanged': { who: EVERYONE, variables: (ids) => ({ id: ids.triageSession }) },

  'Mutation.createChapter': {
    // The Scrum of Scrums Master of the area answers for no other one.
    who: ['administrator', 'agileCoach'],
    variables: (ids) => ({ name: 'Chapter', scopeKind: 'AREA', scopeId: ids.otherArea }),
  },
  'Mutation.editChapter': { who: LEADERS, variables: (ids) => ({ id: ids.chapter, version: STALE, name: 'New' }) },
  'Mutation.sharePractice': {
    who: MEMBERS,
    variables: (ids) => ({ chapterId: ids.chapter, title: 'Practice', words: 'Words', teamId: ids.team }),
  },
  'Mutation.editPractice': { who: MEMBERS, variables: (ids) => ({ id: ids.practice, version: STALE, title: 'New' }) },
  'Mutation.removePractice': { who: MEMBERS, variables: (ids) => ({ id: ids.otherPractice }) },
  'Mutation.thankForPractice': { who: WITH_A_ROLE, variables: (ids) => ({ id: ids.practice, thank: true }) },

  'Mutation.startTriage': { who: MEMBERS, variables: (ids) => ({ chapterId: ids.chapter }) },
  'Mutation.joinTriage': { who: WITH_A_ROLE, variables: session },
  'Mutation.addTriageItem': {
    who: MEMBERS,
    variables: (ids) => ({ ...session(ids), impedimentKey: ids.otherImpedimentKey }),
  },
  'Mutation.setTriageDots': { who: MEMBERS, variables: (ids) => ({ ...item(ids), dots: 1 }) },
  'Mutation.promiseAction': {
    who: MEMBERS,
    variables: (ids) => ({ ...item(ids), title: 'Promise', ownerId: ids.person, dueOn: SOON }),
  },
  'Mutation.takeUpItem': { who: FACILITATOR, variables: item },
  'Mutation.moveTriageItem': { who: FACILITATOR, variables: (ids) => ({ ...item(ids), position: 1 }) },
  'Mutation.endTriageItem': {
    who: FACILITATOR,
    variables: (ids) => ({ ...item(ids), version: STALE, result: { kind: 'PARKED', reason: 'Later' } }),
  },
  'Mutation.reopenTriageItem': { who: FACILITATOR, variables: item },
  'Mutation.startTimebox': { who: FACILITATOR, variables: (ids) => ({ ...session(ids), seconds: 60 }) },
  'Mutation.pauseTimebox': { who: FACILITATOR, variables: session },
  'Mutation.resumeTimebox': { who: FACILITATOR, variables: session },
  'Mutation.handOverTriage': {
    who: FACILITATOR,
    // To somebody who is no member: nothing changes.
    variables: (ids) => ({ ...session(ids), version: 1, personId: ids.person }),
  },
  'Mutation.endTriage': { who: FACILITATOR, variables: (ids) => ({ ...session(ids), version: STALE }) },
};
