import { describe, expect, test } from '@jest/globals';
import type { Actor, ActorAssignment } from '../actor.js';
import type { Role } from '../organization/role.js';
import {
  canOnChapter,
  type ChapterAction,
  type ChapterFacts,
  isMemberOf,
  viewerCanOnChapter,
  viewerCanOnTriage,
} from './chapter-policy.js';

const NOWHERE = { productId: null, areaId: null, teamId: null, startsOn: null, endsBefore: null };

function actor(role?: Role, scope: Partial<ActorAssignment> = {}): Actor {
  const assignments = role === undefined ? [] : [{ role, kind: 'PRIMARY' as const, ...NOWHERE, ...scope }];
  return { personId: 'me', organizationId: 'here', assignments };
}

const AREA = { areaId: 'area', teamIds: ['team'] };
const may = (who: Actor, action: ChapterAction, facts: Partial<ChapterFacts> = {}): boolean =>
  canOnChapter(who, action, { place: { areaId: 'area' }, isMember: isMemberOf(who, AREA), ...facts }).allowed;

const master = actor('SCRUM_MASTER', { teamId: 'team' });
const neighbour = actor('SCRUM_MASTER', { teamId: 'other team' });
const leader = actor('SCRUM_OF_SCRUMS_MASTER', { areaId: 'area' });
const ofAll = actor('SCRUM_OF_SCRUMS_MASTER');

describe('members follow from roles', () => {
  test.each([
    ['a Scrum Master of a team of the area', master, true],
    ['one of another area', neighbour, false],
    ['the Scrum of Scrums Master of the area', leader, true],
    ['the one of the organization', ofAll, false],
    ['a Developer of the team', actor('DEVELOPER', { teamId: 'team' }), false],
  ])('%s', (_, who, isMember) => {
    expect(isMemberOf(who, AREA)).toBe(isMember);
  });

  test('the chapter of the organization has all of them', () => {
    const all = { areaId: null, teamIds: [] };
    expect([master, neighbour, leader, ofAll].every((who) => isMemberOf(who, all))).toBe(true);
    expect(isMemberOf(actor('AGILE_COACH'), all)).toBe(false);
  });
});

describe('who may what', () => {
  test('members start, vote, add and promise; who leads from above too; neighbours come and listen', () => {
    for (const action of ['triage:start', 'triage:vote', 'triage:add-item', 'triage:promise-action'] as const) {
      expect([master, leader, ofAll, actor('AGILE_COACH')].map((who) => may(who, action))).toEqual(Array(4).fill(true));
      expect([neighbour, actor('DEVELOPER', { teamId: 'team' }), actor()].some((who) => may(who, action))).toBe(false);
    }
    expect(may(neighbour, 'triage:join')).toBe(true);
    expect(may(actor(), 'triage:join')).toBe(false);
  });

  test('only who facilitates steers; who owns what is under discussion may end it', () => {
    expect(may(master, 'triage:facilitate', { facilitatorId: 'me' })).toBe(true);
    expect(may(leader, 'triage:facilitate', { facilitatorId: 'somebody' })).toBe(false);
    const owner = actor('DEVELOPER', { teamId: 'team' });
    expect(may(owner, 'triage:end-item', { facilitatorId: 'somebody', ownsItem: true })).toBe(true);
    expect(may(master, 'triage:end-item', { facilitatorId: 'somebody' })).toBe(false);
  });

  test('a member takes over only from who is away', () => {
    expect(may(master, 'triage:take-over', { facilitatorId: 'somebody', facilitatorAway: true })).toBe(true);
    expect(may(master, 'triage:take-over', { facilitatorId: 'somebody', facilitatorAway: false })).toBe(false);
    expect(may(neighbour, 'triage:take-over', { facilitatorId: 'somebody', facilitatorAway: true })).toBe(false);
    expect(may(master, 'triage:take-over', { facilitatorId: 'me', facilitatorAway: true })).toBe(false);
  });

  test('what is over is looked at, by whoever facilitated too', () => {
    const facts = { place: {}, isMember: true, facilitatorId: 'me' };
    expect(viewerCanOnTriage(master, false, facts)).toEqual(['chapter:view']);
    expect(viewerCanOnTriage(master, true, facts)).toContain('triage:facilitate');
    expect(viewerCanOnChapter(master, facts)).toEqual(['chapter:view', 'practice:share', 'triage:start']);
  });
});
