import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type InboxReason, INBOX_REASONS, STRONGEST_FIRST, weaknessOf } from './inbox-reasons.js';
import { type InboxAudience, REASONS_OF_EVENT, type Told, type ToldEvent, toldOf, toldTeamIds } from './inbox-rules.js';

const AUDIENCE: InboxAudience = {
  ownerId: 'owner',
  raisedById: 'raiser',
  // Who raised it and who owns it watch it from the start.
  watcherIds: ['watcher', 'raiser', 'owner'],
  teamMemberIds: [],
};
const OWNER_SET = [{ field: 'owner', from: null, to: 'Owner' }];

function told(
  event: Partial<ToldEvent> & { name: string },
  audience: Partial<InboxAudience> = {},
): Record<string, string> {
  const all = toldOf({ actorId: 'actor', ...event }, { ...AUDIENCE, ...audience });
  return Object.fromEntries(all.map(({ personId, reason }) => [personId, reason]));
}

const PARTAKERS = { owner: 'OWNER', raiser: 'RAISED_BY_YOU', watcher: 'WATCHING' };

describe('who is told of what', () => {
  it.each([
    ['impediment.raised', {}],
    ['impediment.edited', { owner: 'OWNER' }],
    ['impediment.triaged', PARTAKERS],
    ['impediment.assigned', PARTAKERS],
    ['impediment.started', PARTAKERS],
    ['impediment.resolved', PARTAKERS],
    ['impediment.closed', PARTAKERS],
    ['impediment.declined', PARTAKERS],
    ['impediment.marked-duplicate', PARTAKERS],
    ['impediment.reopened', PARTAKERS],
    ['impediment.level-set', PARTAKERS],
    ['impediment.clock-paused', PARTAKERS],
    ['impediment.clock-resumed', PARTAKERS],
    ['impediment.reminded', { owner: 'OWNER' }],
    ['impediment.brief-sent', PARTAKERS],
    ['impediment.brief-answered', PARTAKERS],
    ['impediment.commented', PARTAKERS],
    ['impediment.comment-edited', {}],
    ['impediment.team-added', {}],
    ['impediment.team-removed', {}],
    ['impediment.watched', {}],
    ['impediment.voted', {}],
    ['impediment.source-merged', {}],
    ['impediment.clock-moved', {}],
    ['impediment.labelled', {}],
    ['role.assigned', {}],
  ])('%s', (name, expected) => expect(told({ name })).toEqual(expected));

  it('reminded of what nobody has is whoever raised it', () => {
    expect(told({ name: 'impediment.reminded' }, { ownerId: null })).toEqual({ raiser: 'RAISED_BY_YOU' });
    expect(told({ name: 'impediment.reminded' }, { ownerId: 'raiser' })).toEqual({ raiser: 'OWNER' });
  });

  it('made owner: assigned, not merely owner; only where the owner changed', () => {
    expect(told({ name: 'impediment.triaged', changes: OWNER_SET })).toEqual({ ...PARTAKERS, owner: 'ASSIGNED' });
    expect(told({ name: 'impediment.assigned', changes: OWNER_SET })).toEqual({ ...PARTAKERS, owner: 'ASSIGNED' });
    const same = [{ field: 'owner', from: 'Owner', to: 'Owner' }];
    expect(told({ name: 'impediment.triaged', changes: same })['owner']).toBe('OWNER');
    expect(told({ name: 'impediment.edited', changes: OWNER_SET })['owner']).toBe('OWNER');
  });

  it.each([
    'impediment.raised',
    'impediment.edited',
    'impediment.commented',
    'impediment.comment-edited',
    'impediment.brief-sent',
    'impediment.brief-answered',
  ])('mentioned in %s', (name) => {
    const mentions = ['stranger', 'owner', 'actor'];
    expect(told({ name, mentions })).toMatchObject({ stranger: 'MENTIONED', owner: 'MENTIONED' });
    expect(told({ name, mentions })).not.toHaveProperty('actor');
  });

  it('your team is affected: its people, when it is added or with others from the start', () => {
    const teamMemberIds = ['member', 'raiser', 'actor'];
    for (const name of ['impediment.team-added', 'impediment.raised']) {
      expect(told({ name }, { teamMemberIds })).toEqual({ member: 'YOUR_TEAM', raiser: 'YOUR_TEAM' });
    }
    expect(told({ name: 'impediment.team-removed' }, { teamMemberIds })).toEqual({});
  });

  it('by nobody: time closes it, and everybody who has a part hears of it', () => {
    expect(told({ name: 'impediment.closed', actorId: null })).toEqual(PARTAKERS);
  });

  it('without an owner', () => {
    expect(told({ name: 'impediment.commented' }, { ownerId: null })).toEqual({
      raiser: 'RAISED_BY_YOU',
      watcher: 'WATCHING',
      owner: 'WATCHING',
    });
  });

  it('is news for the added teams, not the removed ones nor other fields; an answer of leadership for all', () => {
    const teams = ['Payments', 'Ledger', 'Cranes'].map((team) => ({ id: team.toLowerCase(), name: team }));
    const changes = [
      { field: 'raisingTeam', from: null, to: 'Payments' },
      { field: 'affectedTeams', from: null, to: 'Ledger' },
      { field: 'affectedTeams', from: 'Cranes', to: null },
    ];
    expect(toldTeamIds({ name: 'impediment.raised', changes }, teams)).toEqual(['ledger']);
    expect(toldTeamIds({ name: 'impediment.commented' }, teams)).toEqual([]);
    expect(toldTeamIds({ name: 'impediment.brief-answered' }, teams)).toEqual(['payments', 'ledger', 'cranes']);
  });

  it('never tells one’s own doing, never twice, and always for the strongest reason that applies', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    const people = fc.uniqueArray(person);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(REASONS_OF_EVENT), 'impediment.voted'),
        fc.option(person),
        fc.record({ ownerId: fc.option(person), raisedById: person, watcherIds: people, teamMemberIds: people }),
        people,
        fc.boolean(),
        (name, actorId, audience, mentions, ownerChanged) => {
          const event = { name, actorId, mentions, changes: ownerChanged ? OWNER_SET : [] };
          const all = toldOf(event, audience);
          expect(all.map(({ personId }) => personId)).not.toContain(actorId);
          expect(new Set(all.map(({ personId }) => personId)).size).toBe(all.length);
          for (const { personId, reason } of all) expect(reason).toBe(strongestFor(personId, event, audience));
        },
      ),
    );
  });
});

/** Said a second time, more slowly. */
function strongestFor(personId: string, event: ToldEvent, audience: InboxAudience): InboxReason | undefined {
  const holds: Record<InboxReason, boolean> = {
    MENTIONED: event.mentions?.includes(personId) === true,
    ASSIGNED: audience.ownerId === personId && event.changes?.length === 1,
    OWNER: audience.ownerId === personId,
    RAISED_BY_YOU: audience.raisedById === personId,
    YOUR_TEAM: audience.teamMemberIds.includes(personId),
    WATCHING: audience.watcherIds.includes(personId),
    // Of decisions only.
    ASKED: false,
    TOLD: false,
    VETOED: false,
    REVISIT: false,
    DEPENDENCY_ASKED: false,
    DEPENDENCY_ANSWERED: false,
    DEPENDENCY_DUE: false,
    FACILITATES: false,
    MEETING_CHANGED: false,
    ACTION_DUE: false,
    ACTION_GIVEN: false,
    TRIAGE_SUMMARY: false,
    REVIEW_ASKED: false,
    ARTIFACT_PUBLISHED: false,
    REVIEW_DUE: false,
    PROPOSAL_MADE: false,
    PROPOSAL_ANSWERED: false,
    ADOPTION_BEHIND: false,
    TRIAL_DUE: false,
  };
  return STRONGEST_FIRST.find((reason) => holds[reason] && REASONS_OF_EVENT[event.name]?.includes(reason));
}

it('every reason has its strength, and mentions are the strongest', () => {
  expect([...STRONGEST_FIRST].sort()).toEqual([...INBOX_REASONS].sort());
  expect(weaknessOf('MENTIONED')).toBe(0);
  const weakest: Told = { personId: 'x', reason: 'WATCHING' };
  expect(weaknessOf(weakest.reason)).toBe(STRONGEST_FIRST.length - 1);
});
