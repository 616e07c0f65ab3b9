import { describe, expect, it, test } from '@jest/globals';
import type { Actor } from '../actor.js';
import type { Role } from '../organization/role.js';
import { communityProblems, MOST_TOPICS, tidyTopics, trialProblems } from './community-fields.js';
import {
  type CommunityAction,
  type CommunityFacts,
  canOnCommunity,
  viewerCanOnCommunity,
  viewerCanOnDiscussion,
  viewerCanOnIdea,
  viewerCanOnReply,
} from './community-policy.js';

const holding = (role: Role | null, teamId: string | null = null): Actor => ({
  personId: 'ana',
  organizationId: 'harbour',
  assignments:
    role === null
      ? []
      : [{ role, kind: 'PRIMARY', productId: null, areaId: null, teamId, startsOn: null, endsBefore: null }],
});
const NOBODY = holding(null);
const STRANGER: CommunityFacts = { isMember: false, isFacilitator: false, isFacilitated: true };
const MEMBER: CommunityFacts = { ...STRANGER, isMember: true };
const FACILITATOR: CommunityFacts = { ...MEMBER, isFacilitator: true };
const may = (actor: Actor, action: CommunityAction, facts: CommunityFacts): boolean =>
  canOnCommunity(actor, action, facts).allowed;

describe('who may do what', () => {
  test.each<[CommunityAction, boolean, boolean, boolean]>([
    ['community:view', true, true, true],
    ['community:found', true, true, true],
    ['community:join', true, false, false],
    ['community:leave', false, true, true],
    ['community:edit', false, false, true],
    ['community:close', false, false, true],
    ['community:set-facilitator', false, false, true],
    ['discussion:start', false, true, true],
    ['discussion:reply', false, true, true],
    ['discussion:close', false, false, true],
    ['idea:add', true, true, true],
    ['idea:vote', true, true, true],
    ['idea:try', false, false, true],
    ['idea:adopt', false, false, true],
  ])('%s: stranger %s, member %s, facilitator %s', (action, stranger, member, facilitator) => {
    expect([STRANGER, MEMBER, FACILITATOR].map((facts) => may(NOBODY, action, facts))).toEqual([
      stranger,
      member,
      facilitator,
    ]);
  });

  it('lets nobody but the author change words', () => {
    expect(may(NOBODY, 'discussion:edit', FACILITATOR)).toBe(false);
    expect(may(NOBODY, 'discussion:edit', { ...MEMBER, isOwn: true })).toBe(true);
    expect(may(NOBODY, 'discussion:remove-reply', FACILITATOR)).toBe(true);
  });

  it('lets a member step up where nobody facilitates any more', () => {
    expect(may(NOBODY, 'community:set-facilitator', { ...MEMBER, isFacilitated: false })).toBe(true);
    expect(may(NOBODY, 'community:set-facilitator', { ...STRANGER, isFacilitated: false })).toBe(false);
    expect(may(holding('ADMINISTRATOR'), 'community:set-facilitator', STRANGER)).toBe(true);
  });

  it('leaves a trial to the people of the team that tries', () => {
    const developer = holding('DEVELOPER', 'payments');
    expect(may(developer, 'idea:end-trial', { ...STRANGER, trialTeamId: 'payments' })).toBe(true);
    expect(may(developer, 'idea:end-trial', { ...STRANGER, trialTeamId: 'ledger' })).toBe(false);
  });
});

it('offers what the state allows, too', () => {
  expect(viewerCanOnCommunity(NOBODY, FACILITATOR, false)).toEqual([
    'community:view',
    'community:reopen',
    'community:leave',
  ]);
  expect(viewerCanOnCommunity(NOBODY, STRANGER, true)).toEqual(['community:view', 'community:join', 'idea:add']);
  const closed = { isOpen: true, isClosed: true };
  expect(viewerCanOnDiscussion(NOBODY, { ...MEMBER, isOwn: true }, closed)).toEqual([
    'community:view',
    'discussion:close',
  ]);
  expect(viewerCanOnReply(NOBODY, { ...MEMBER, isOwn: true }, false)).toEqual([]);
  const idea = { isOpen: true, state: 'IDEA' } as const;
  expect(viewerCanOnIdea(NOBODY, STRANGER, idea)).toEqual(['community:view', 'idea:vote', 'idea:comment']);
  // Of which team is said when it is tried.
  expect(viewerCanOnIdea(holding('DEVELOPER', 'payments'), STRANGER, idea)).toContain('idea:try');
  expect(viewerCanOnIdea(NOBODY, FACILITATOR, { ...idea, isOpen: false })).toEqual(['community:view']);
});

describe('fields', () => {
  it('keeps topics as they were typed, each once', () => {
    expect(tidyTopics([' Testing', 'testing ', '', 'Onboarding'])).toEqual(['Testing', 'Onboarding']);
  });

  it('says what to do about each', () => {
    const topics = Array.from({ length: MOST_TOPICS + 1 }, (_, index) => `topic ${index}`);
    expect(communityProblems({ name: '', purpose: ' ', topics })).toEqual([
      { field: 'name', problem: 'Name the community.' },
      { field: 'purpose', problem: 'Say which practice it is, and what for.' },
      { field: 'topics', problem: 'Keep to 12 topics; there are 13.' },
    ]);
    expect(communityProblems({ name: 'Testing' })).toEqual([]);
    expect(trialProblems('2026-02-28', '2026-03-01')).toEqual([
      { field: 'until', problem: 'Choose today or a day to come.' },
    ]);
    expect(trialProblems('2026-03-01', '2026-03-01')).toEqual([]);
  });
});
