import { CombinedGraphQLErrors } from '@apollo/client';
import { describe, expect, test } from '@jest/globals';
import { REFUSAL_MESSAGES, type Refusals } from './refusal-messages';
import { shownRefusal } from './shown-refusal';

/** One example of every refusal; a new code does not compile without one. */
const EXAMPLES: { [C in keyof Refusals]: Refusals[C] } = {
  UNAUTHENTICATED: {},
  FORBIDDEN: { action: 'team:create', reason: 'Only the Chief Product Owner may create teams here.' },
  NOT_FOUND: {},
  INVALID_INPUT: { fields: [{ field: 'input.title', problem: 'Give it a title.' }] },
  CONFLICT: { currentVersion: 3, current: {} },
  RATE_LIMITED: { retryAfterSeconds: 30 },
  IDEMPOTENCY_KEY_REUSED: {},
  BUSY: {},
  INTERNAL: { errorId: 'e-1' },
  PRIMARY_TAKEN: { scopeId: 's', role: 'SCRUM_MASTER', holderName: 'Ana', from: '2026-01-01', until: null },
  ROLE_HELD_ALREADY: { scopeId: 's', role: 'DEVELOPER', from: null, until: null },
  ROLE_NOT_FOR_SCOPE: { role: 'SCRUM_MASTER', scope: 'AREA', allowed: ['TEAM'] },
  LAST_ADMINISTRATOR: {},
  NAME_TAKEN: { name: 'Payments' },
  PERSON_DEACTIVATED: { name: 'Ana' },
  ACCOUNT_EXISTS: { name: 'Ana' },
  STILL_IN_USE: { by: ['Payments', 'Yard'] },
  INVITATION_UNUSABLE: {},
  WRONG_CREDENTIALS: {},
  WEAK_PASSWORD: { problems: ['Use at least 12 characters.'] },
  NOT_FIRST_RUN: {},
  DEMO_CLOSED: {},
  ILLEGAL_TRANSITION: { state: 'CLOSED', action: 'impediment:start', legal: ['impediment:reopen'] },
  TRIAGE_INCOMPLETE: { missing: ['owner', 'level'] },
  DUPLICATE_OF_ITSELF: {},
  DUPLICATE_CYCLE: {},
  RAISING_TEAM_STAYS: {},
  UNDO_EXPIRED: {},
  UNDO_GONE: {},
  LINK_TO_ITSELF: {},
  LINKED_ALREADY: {},
  CLOCK_PAUSED_ALREADY: { reason: 'The vendor answers on Monday' },
  CLOCK_RUNS_ALREADY: {},
  CLOCK_RAN_OUT: { at: '2026-03-03T16:00:00.000Z' },
  BRIEF_NEEDED: { level: 'Executive Action Team' },
  BRIEF_ANSWERED_ALREADY: { by: 'Ana Roth', at: '2026-03-03T16:00:00.000Z' },
  BRIEF_REPLACED: {},
  MERGED_INTO_ITSELF: {},
  MERGED_ALREADY: { name: 'Payments gateway', into: 'Payment gateway' },
  TOO_MANY_VIEWS: { limit: 200 },
  DECISION_IN_OTHER_STATE: { state: 'ACCEPTED', action: 'decision:edit', legal: ['decision:amend'] },
  NOTHING_TO_SUPERSEDE: { key: 'D-7', state: 'SUPERSEDED', by: 'D-9' },
  DECISION_LINKED_ALREADY: {},
  DECISION_LINK_STAYS: {},
  ACTION_IN_OTHER_STATE: { state: 'DONE', action: 'action:edit', legal: ['action:reopen'] },
  NOT_THEIR_TURN: { name: 'Ana Roth', on: '2026-03-03' },
  OUTCOME_ADDED_ALREADY: {},
  OCCURRENCE_IN_OTHER_STATE: { state: 'CANCELLED', action: 'occurrence:move', legal: ['occurrence:restore'] },
  CADENCE_OVER: { followedById: null },
  NOT_DELEGATED: { mayAccept: ['Ana Roth', 'Ben Gale'], words: 'the team Payments' },
  DECISION_WAITS: { waitsFor: ['The consent of the team Payments is missing.'] },
  VETO_CLOSED: { endedAt: '2026-03-03T16:00:00.000Z' },
  ASK_ANSWERED_ALREADY: { by: 'Ana Roth', at: '2026-03-03T16:00:00.000Z' },
  DECISION_AREA_NAME_TAKEN: { name: 'Architecture' },
  IMPORT_STATE: { state: 'APPLIED', expected: ['PREVIEWED'] },
  IMPORT_RUNNING: {},
  IMPORT_TOO_LARGE: { limit: 67_108_864 },
  IMAGE_TOO_LARGE: { limit: 5_242_880 },
  IMAGE_KIND: { kinds: ['image/png'] },
  IMAGE_MISLABELLED: { declared: 'image/png', found: 'image/jpeg' },
  IMAGE_BROKEN: { found: 'image/gif' },
  IMAGE_TOO_MANY_PIXELS: { width: 20_000, height: 20_000, limit: 40_000_000 },
  IMAGE_QUOTA: { limit: 2_147_483_648 },
  ITEM_IN_OTHER_STATE: { state: 'DONE', to: 'IN_PROGRESS', legal: ['READY', 'DRAFT'] },
  ITEM_NOT_READY: { missing: ['a size', 'a parent'] },
  GOAL_IN_OTHER_STATE: { state: 'ACHIEVED', action: 'goal:edit' },
  NOT_IN_ORDER: { keys: ['B-4'] },
  ONE_AREA_AT_A_TIME: {},
  MOVED_SINCE: { keys: ['B-4', 'B-5'] },
  GOAL_ACTIVE_ALREADY: { title: 'Every parcel is tracked' },
  DEPENDENCY_IN_OTHER_STATE: { state: 'COMMITTED', action: 'dependency:accept-counter', legal: ['dependency:deliver'] },
  DEPENDENCY_CYCLE: { keys: ['B-1', 'B-2', 'B-1'] },
  DEPENDENCY_ASKED_ALREADY: { key: 'DEP-7' },
  DEPENDENCY_STILL_IN_TIME: { answerDueAt: '2026-03-02T08:00:00.000Z' },
  DEPENDENCY_ITEM_ENDED: { key: 'B-7', state: 'DROPPED' },
  DEPENDENCY_RAISED_ALREADY: { key: 'IMP-7' },
  SCENARIO_IN_OTHER_STATE: { state: 'PUBLISHED', action: 'scenario:edit', legal: ['scenario:view'] },
  ORDER_MOVED: { behindBy: 2, moves: [{ number: 7, key: 'B-1', title: 'Vault', from: 4, to: 1 }] },
  SCENARIO_MOVES_NOTHING: {},
  TRIAGE_RUNS: { sessionId: 's-1' },
  TRIAGE_ENDED: {},
  TRIAGE_ITEM_ENDED: { result: 'PARKED' },
  TRIAGE_ITEM_OPEN: {},
  TOO_FEW_DOTS: { left: 1, perPerson: 3 },
  ON_THE_AGENDA: { position: 4 },
  NO_TIMEBOX: {},
  COMMUNITY_CLOSED: {},
  LAST_FACILITATOR: {},
  NOT_A_MEMBER: {},
  DISCUSSION_CLOSED: {},
  IDEA_IN_OTHER_STATE: { state: 'ADOPTED', action: 'idea:try', legal: [] },
  NOTHING_PUBLISHED: {},
  NOTHING_TO_RUN: {},
  NO_SUCH_VERSION: { number: 4, latest: 3 },
  RUN_ENDED: {},
  ANSWER_NOT_OFFERED: { at: 'q1' },
  WALK_AT_ITS_BEGINNING: {},
  ADOPTED_ALREADY: { adoptionId: 'Adoption_1', number: 2 },
  ADOPTION_ENDED: {},
  NOT_TO_BE_NUDGED: { notBehind: ['Yard'], nudgedLately: [] },
  ARTIFACT_ARCHIVED: {},
  NO_DRAFT: {},
  NOT_OF_THIS_KIND: { kind: 'CHECKLIST' },
  PAGE_GONE: { path: 'onboarding' },
  PAGE_IN_ITSELF: {},
  PAGE_TOO_DEEP: { most: 10 },
  TOO_MANY_PAGES: { most: 2000 },
  LAST_PAGE: {},
  REVIEW_ENDED: {},
  REVIEW_STALE: { asked: 7, revision: 9 },
  NEVER_PUBLISHED: {},
  NOTHING_CHANGED: {},
  NOT_READY_TO_PUBLISH: { approvalsMissing: 1, changesAskedBy: ['Ana'], treeProblems: 2 },
  PROPOSAL_ENDED: { state: 'TAKEN' },
  PROPOSAL_CONFLICTS: { path: 'onboarding' },
};

const thrown = (code: string, details: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ errors: [{ message: code, extensions: { code, details } }] });

describe('every refusal', () => {
  test.each(Object.entries(EXAMPLES))('%s says what happened and what to do next', (code, details) => {
    const shown = shownRefusal(thrown(code, details));
    expect(shown.code).toBe(code);
    for (const words of [shown.title, shown.next]) {
      expect(words).toMatch(/^\S.*[.!?]$/);
      expect(words).not.toMatch(/undefined|null|\[object|[A-Z]{3,}_/);
    }
  });

  test('has words', () => {
    expect(Object.keys(REFUSAL_MESSAGES).toSorted()).toEqual(Object.keys(EXAMPLES).toSorted());
  });
});

test('problems of fields are found by the name of the field', () => {
  expect(shownRefusal(thrown('INVALID_INPUT', EXAMPLES.INVALID_INPUT)).fields).toEqual({ title: 'Give it a title.' });
});

test.each([
  ['no reply', new TypeError('Failed to fetch'), 'NETWORK'],
  ['an unknown code', thrown('SOMETHING_NEW', {}), 'UNKNOWN'],
  ['a name of Object', thrown('constructor', {}), 'UNKNOWN'],
])('%s is told without a guess', (_, error, code) => {
  expect(shownRefusal(error).code).toBe(code);
});

test('details that are missing do not break the message', () => {
  expect(shownRefusal(thrown('INVALID_INPUT', {})).title).toMatch(/does not understand/);
});
